import { expectStatus } from './http.js';
import type { Client } from './http.js';

/** Bodies of POST requests that are accepted as they stand; what a test is about goes into the argument. */
type Body = Record<string, unknown>;

let serial = 0;
/** A number no other built thing of this test file has. */
const next = (): number => (serial += 1);

export const aRightsHolder = (given: Body = {}): Body => ({
  name: `Velora ${next()} GmbH`,
  country: 'DE',
  address: 'Hauptstr. 1, 10115 Berlin',
  email: 'ip@velora.example',
  ...given,
});

export const aRight = (rightsHolderId: string, given: Body = {}): Body => ({
  rightsHolderId,
  kind: 'trademark',
  title: 'VELORA',
  number: `DE 30${next()}`,
  office: 'DPMA',
  classes: [9, 25],
  validFrom: '2015-01-01',
  validTo: '2045-01-01',
  ...given,
});

/** A listing of the built-in sandbox platform that no other complaint of this test file names. */
export const aListing = (given: Body = {}): Body => {
  const number = next();
  return {
    url: `https://sandbox.redress.test/item/${number}`,
    title: `VELORA bag no. ${number}`,
    seller: `seller-${number}`,
    ...given,
  };
};

/** A complaint its regime finds complete. */
export const aComplaint = (parties: Parties, given: Body = {}): Body => ({
  platform: 'sandbox',
  rightsHolderId: parties.rightsHolderId,
  rightIds: [parties.rightId],
  ground: 'trademark-use',
  language: 'en',
  explanation: 'The listing offers bags under the sign VELORA. They are not ours and we licensed nobody.',
  items: [aListing()],
  statements: { goodFaith: true, accuracy: true, authority: true },
  signature: { name: 'Vera Velora', capacity: 'managing director' },
  ...given,
});

export interface Parties {
  rightsHolderId: string;
  rightId: string;
}

/** A rights holder and a right in the register of the client's workspace. */
export async function registerParties(http: Client, right: Body = {}): Promise<Parties> {
  const holder = expectStatus(await http.post<{ id: string }>('/rights-holders', aRightsHolder()), 201);
  const made = expectStatus(await http.post<{ id: string }>('/rights', aRight(holder.id, right)), 201);
  return { rightsHolderId: holder.id, rightId: made.id };
}

export interface Filed {
  id: string;
  reference: string;
  status: string;
  items: { id: string; status: string; outcome: string }[];
}

/** Files a complaint; `submit: true` unless the test says otherwise. */
export const file = async (http: Client, parties: Parties, given: Body = {}): Promise<Filed> =>
  expectStatus(await http.post<Filed>('/complaints', aComplaint(parties, { submit: true, ...given })), 201);
