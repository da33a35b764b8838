import { grounds, rightKinds } from '#libs/domain';
import { html, nothing } from './html.js';
import type { Html } from './html.js';
import type { Session } from './session.js';

/** The pages of a notice, in their order. */
export const steps = ['right', 'listings', 'statements', 'evidence', 'review'] as const;
export type Step = (typeof steps)[number];

export const isStep = (name: string): name is Step => (steps as readonly string[]).includes(name);

export const titles: Readonly<Record<Step, string>> = {
  right: 'Step 1 of 5: your right',
  listings: 'Step 2 of 5: listings',
  statements: 'Step 3 of 5: statements',
  evidence: 'Step 4 of 5: evidence',
  review: 'Step 5 of 5: check and submit',
};

/** Fields that must not be empty. */
export const required: Readonly<Record<Step, readonly string[]>> = {
  right: ['reference', 'rightsHolder', 'ground', 'rightKind', 'rightTitle'],
  listings: ['urls', 'explanation'],
  statements: ['goodFaith', 'accuracy', 'authority', 'signature', 'replyTo'],
  evidence: [],
  review: [],
};

const kindWords: Readonly<Record<string, string>> = {
  trademark: 'Registered trade mark',
  copyright: 'Copyright',
  design: 'Registered design',
  patent: 'Patent',
};

const input = (label: string, name: string, type = 'text'): Html =>
  html`<label for="${name}">${label}</label><input id="${name}" name="${name}" type="${type}" />`;

const area = (label: string, name: string): Html =>
  html`<label for="${name}">${label}</label><textarea id="${name}" name="${name}" rows="6"></textarea>`;

const box = (label: string, name: string): Html =>
  html`<label><input type="checkbox" name="${name}" value="yes" /> ${label}</label>`;

const list = (label: string, name: string, options: readonly (readonly [string, string])[]): Html =>
  html`<label for="${name}">${label}</label
    ><select id="${name}" name="${name}">
      <option value=""></option>
      ${options.map(([value, words]) => html`<option value="${value}">${words}</option>`)}
    </select>`;

const fields: Readonly<Record<Step, (session: Session) => Html>> = {
  right: () =>
    html`${input('Your reference', 'reference')}${input('Rights holder', 'rightsHolder')}
    ${list(
      'What is infringed',
      'rightKind',
      rightKinds.map((kind) => [kind, kindWords[kind] ?? kind]),
    )}
    ${input('Name of the right', 'rightTitle')}${input('Registration number, if any', 'rightNumber')}
    ${list(
      'Ground',
      'ground',
      grounds.map((ground) => [ground, ground]),
    )}`,
  listings: () => html`${area('Listings, one address a line', 'urls')}${area('Explanation', 'explanation')}`,
  statements: () =>
    html`${box('I believe in good faith that this use is not allowed', 'goodFaith')}
    ${box('What I state is accurate', 'accuracy')}${box('I may act for the owner of the right', 'authority')}
    ${input('Signed by', 'signature')}${input('Capacity', 'capacity')}${input('E-mail for answers', 'replyTo', 'email')}`,
  evidence: () =>
    html`<label for="evidence">Evidence (pictures, PDF)</label
      ><input id="evidence" name="evidence" type="file" multiple />`,
  review: ({ fields: entered, files }) =>
    html`<p>Please check what you entered.</p>
      <ul>
        ${Object.entries(entered).map(([name, value]) => html`<li>${name}: ${value}</li>`)}
        ${files.map(({ name, size }) => html`<li>file: ${name}, ${size} bytes</li>`)}
      </ul>`,
};

/** One page of the notice. */
export const stepBody = (step: Step, session: Session, error: string | null): Html =>
  html` ${error === null ? nothing : html`<p class="error" role="alert">${error}</p>`}
    <form
      method="post"
      action="${step}"
      enctype="${step === 'evidence' ? 'multipart/form-data' : 'application/x-www-form-urlencoded'}"
    >
      ${fields[step](session)}
      <button>${step === 'review' ? 'Submit notice' : 'Continue'}</button>
    </form>`;
