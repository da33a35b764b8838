import { grounds } from '#libs/domain';
import type { FormRecipe, FormStep, FormValues, Platform } from '#libs/domain';
import type { Readable } from './operator-files-schema.js';
import { faultAt } from './operator-files.js';
import type { OperatorDocument, OperatorFault, ValuePath } from './operator-files.js';

type Profile = Readable<Platform>;
type Channel = NonNullable<NonNullable<Profile['channels']>[number]>;
type Step = Readonly<Record<string, unknown>>;
type Verb = FormStep extends infer One ? (One extends FormStep ? keyof One : never) : never;

/** What each kind of step says: `needs` must stand beside the verb, `may` can. */
const verbs: Readonly<Record<string, { needs: readonly Verb[]; may: readonly Verb[] }>> = {
  goto: { needs: [], may: [] },
  fill: { needs: ['value'], may: ['onlyIf'] },
  choose: { needs: ['option'], may: ['onlyIf', 'words'] },
  check: { needs: [], may: ['onlyIf', 'states'] },
  upload: { needs: ['files'], may: [] },
  press: { needs: [], may: ['submits'] },
  expect: { needs: [], may: [] },
};

/** Collects what is wrong with one form. */
class FormCheck {
  readonly faults: OperatorFault[] = [];

  constructor(
    private readonly document: OperatorDocument,
    private readonly at: ValuePath,
    private readonly form: Readable<FormRecipe>,
  ) {}

  fault(path: ValuePath, detail: string): void {
    this.faults.push(faultAt(this.document, [...this.at, ...path], detail));
  }

  all(simulated: boolean): OperatorFault[] {
    this.addresses(simulated);
    this.steps('signIn', 'account');
    this.steps('steps', 'form');
    this.pointOfNoReturn();
    return this.faults;
  }

  /** Passwords and notices travel encrypted; a simulated platform is on this machine, and nowhere else. */
  private addresses(simulated: boolean): void {
    const { start, hosts = [] } = this.form;
    if (start === undefined) return;
    const { hostname, protocol } = new URL(start);
    const known = [hostname, ...hosts.filter((host) => host !== undefined)];
    if (!simulated && protocol !== 'https:') this.fault(['start'], 'not encrypted, write https://');
    if (simulated && !known.every((host) => host.endsWith('.test')))
      this.fault(['start'], 'a simulated platform must not be real, use hosts below .test');
    this.stepsOf('steps').forEach(({ goto }, position) => {
      if (typeof goto === 'string' && !known.includes(new URL(goto, start).hostname))
        this.fault(['steps', position, 'goto'], 'leads to another host, add it to hosts');
    });
  }

  /** Misspelt steps were taken out: they are the schema's matter. */
  private stepsOf(list: 'signIn' | 'steps'): readonly Step[] {
    return (this.form[list] ?? []).map((step): Step => step ?? {});
  }

  private steps(list: 'signIn' | 'steps', kind: 'account' | 'form'): void {
    const steps = this.stepsOf(list);
    steps.forEach((step, position) => {
      const written = Object.keys(step).filter((key) => step[key] !== undefined);
      if (written.length > 0) this.step([list, position], step, written, kind);
      const isFollowed = 'expect' in (steps[position + 1] ?? {});
      if (step['press'] !== undefined && step['submits'] !== true && !isFollowed)
        this.fault([list, position, 'press'], 'a press shows another page, write an expect after it');
    });
  }

  private step(path: ValuePath, step: Step, written: readonly string[], kind: 'account' | 'form'): void {
    const [verb, ...more] = Object.keys(verbs).filter((name) => written.includes(name));
    if (verb === undefined || more.length > 0) {
      this.fault(path, `a step does one thing, write one of: ${Object.keys(verbs).join(', ')}`);
      return;
    }
    const { needs = [], may = [] } = verbs[verb] ?? {};
    for (const key of needs) if (!written.includes(key)) this.fault([...path, key], `missing, add "${key}"`);
    for (const key of written)
      if (key !== verb && !([...needs, ...may] as string[]).includes(key))
        this.fault([...path, key], `no part of "${verb}", remove it`);
    for (const key of ['value', 'option', 'onlyIf']) this.template([...path, key], step[key], kind);
  }

  /** A misspelt name would leave a field empty without a word. */
  private template(path: ValuePath, template: unknown, kind: 'account' | 'form'): void {
    if (typeof template !== 'string') return;
    const known = kind === 'account' ? accountNames : formNames;
    const unknown = namesIn(template).filter((name) => !known.has(name));
    if (unknown.length === 0) return;
    const isMisplaced = unknown.every((name) => accountNames.has(name) || formNames.has(name));
    const detail = isMisplaced
      ? 'the account is for signIn alone and the notice for steps alone, move it'
      : `no value named ${unknown.join(', ')}, see libs/domain/src/form-values.ts`;
    this.fault(path, detail);
  }

  private pointOfNoReturn(): void {
    const steps = this.stepsOf('steps');
    const submitting = steps.flatMap(({ submits }, position) => (submits === true ? [position] : []));
    if (this.stepsOf('signIn').some(({ submits }) => submits === true))
      this.fault(['signIn'], 'signing in submits no notice, remove submits');
    if (steps.length > 0 && (submitting.length !== 1 || submitting[0] !== steps.length - 1))
      this.fault(['steps'], 'the last step, and no other, must be a press with submits: true');
  }
}

/** Names a template asks for, as in `{{right.number}}` and `{{#items}}{{url}}{{/items}}`. */
export const namesIn = (template: string): string[] =>
  [...template.matchAll(/\{\{\{?\s*[#^/&]?\s*([\w.]+)\s*\}?\}\}/g)].map(([, name]) => name ?? '');

const accountNames: ReadonlySet<string> = new Set(['account.user', 'account.password']);

const rightNames = ['kind', 'title', 'number', 'office', 'validFrom', 'validTo', 'classes'];

/** Names below each value; those of a list are asked for inside its section. */
const namesBelow: Readonly<Record<keyof FormValues, readonly string[]>> = {
  reference: [],
  attemptId: [],
  platform: [],
  ground: [],
  language: [],
  day: [],
  subject: [],
  notice: [],
  explanation: [],
  signature: ['name', 'capacity'],
  contact: ['name', 'address', 'phone', 'email'],
  rightsHolder: ['name', 'country', 'address', 'email', 'phone', 'website'],
  right: rightNames,
  rights: rightNames,
  items: ['url', 'id', 'title', 'seller'],
  urls: [],
  statements: ['kind', 'wording'],
  evidence: ['name', 'mediaType', 'sha256', 'size'],
  evidenceUrls: [],
};

const lists: readonly string[] = ['rights', 'items', 'statements', 'evidence', 'evidenceUrls'];

/** `reply.address` is where the platform's answer to this attempt reaches Redress. */
export const formNames: ReadonlySet<string> = new Set([
  '.',
  'reply.address',
  ...Object.entries(namesBelow).flatMap(([name, below]) =>
    lists.includes(name) ? [name, ...below] : below.length === 0 ? [name] : below.map((each) => `${name}.${each}`),
  ),
]);

/** Whether a person can file where the machine stops, on every ground this form is open to. */
function isLeftToPeople({ channels = [], grounds: accepted = {} }: Profile, form: Channel): boolean {
  const open = (channel: Channel, ground: (typeof grounds)[number]): boolean =>
    channel.grounds?.includes(ground) ?? true;
  return grounds.every(
    (ground) =>
      accepted[ground] === undefined ||
      !open(form, ground) ||
      channels.some((other) => other?.kind === 'guided-form' && open(other, ground)),
  );
}

/** What is wrong with the forms of a platform that the schema can't tell. */
export function formsHoldTogether(document: OperatorDocument, platform: Profile): OperatorFault[] {
  return (platform.channels ?? []).flatMap((channel, position) => {
    const at = ['channels', position, 'form'];
    if (channel?.kind === undefined) return [];
    if (channel.kind !== 'browser-form')
      return 'form' in channel ? [faultAt(document, at, 'only a browser-form has one, remove it')] : [];
    if (channel.form === undefined)
      return 'form' in channel ? [] : [faultAt(document, at, 'missing, describe how the form is filled in')];
    const detail = 'no guided-form stands beside it for what a machine must not do, add one';
    const alone = isLeftToPeople(platform, channel) ? [] : [faultAt(document, ['channels', position], detail)];
    return [...new FormCheck(document, at, channel.form).all(platform.simulated === true), ...alone];
  });
}
