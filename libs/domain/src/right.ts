import type { Id } from './id.js';

export const rightKinds = ['trademark', 'copyright', 'design', 'patent'] as const;
export type RightKind = (typeof rightKinds)[number];

/** Why a listing infringes. */
export const grounds = ['counterfeit', 'trademark-use', 'copyright-copy', 'design', 'patent', 'circumvention'] as const;
export type Ground = (typeof grounds)[number];

/** The rights a ground can rest on. Circumvention rests on the copyright in the protected work (17 USC 1201). */
export const rightKindsOfGround: Readonly<Record<Ground, readonly RightKind[]>> = {
  counterfeit: ['trademark'],
  'trademark-use': ['trademark'],
  'copyright-copy': ['copyright'],
  design: ['design'],
  patent: ['patent'],
  circumvention: ['copyright'],
};

export interface RightsHolder {
  workspaceId: Id;
  id: Id;
  name: string;
  country: string | null;
  address: string | null;
  email: string | null;
  phone: string | null;
  /** takes part in the platform programmes named here (platform slugs), e.g. Alibaba's Good-Faith programme */
  programmes: string[];
  createdAt: Date;
}

/** A trademark, copyright work, design or patent. Dates are calendar dates, `YYYY-MM-DD`. */
export interface Right {
  workspaceId: Id;
  id: Id;
  rightsHolderId: Id;
  kind: RightKind;
  title: string;
  number: string | null;
  office: string | null;
  classes: number[];
  validFrom: string | null;
  validTo: string | null;
  documents: string[];
  createdAt: Date;
}
