import type { Guide } from '#libs/workflow';
import { Shows, ShowsNumber, ShowsOneOf, ShowsParts, ShowsText, ShowsTexts } from '../http/shown.js';

const words = {
  type: 'object',
  required: ['en'],
  properties: { en: { type: 'string' }, zh: { type: 'string' } },
};

interface Words {
  en: string;
  zh?: string;
}

/** One field of the platform's form, with what goes into it. */
export class GuidedStepView {
  /** as the portal writes it */
  @Shows(words) label!: Words;
  @Shows(words, { optional: true }) help?: Words;
  /** `text` is pasted; `listings` one by one or, a line each, a group at once; `files` are chosen */
  @ShowsOneOf(['text', 'listings', 'files']) kind!: string;
  @ShowsTexts() values!: string[];
  /** listings: as many to a group as the portal takes at once */
  @Shows({ type: 'array', items: { type: 'array', items: { type: 'string' } } }) groups!: string[][];
  @ShowsNumber({ nullable: true }) maxLength!: number | null;
  /** characters beyond `maxLength` */
  @ShowsNumber() over!: number;
}

export class GuidedFormView {
  @ShowsText() complaintId!: string;
  @ShowsText() attemptId!: string;
  @ShowsText() reference!: string;
  @ShowsText() platform!: string;
  @ShowsText() platformName!: string;
  /** the page of the form */
  @ShowsText({ nullable: true }) url!: string | null;
  @ShowsNumber({ nullable: true }) itemsPerComplaint!: number | null;
  @ShowsParts(() => GuidedStepView) steps!: GuidedStepView[];
}

export const guidedFormView = ({
  complaint,
  platform,
  attempt,
  url,
  itemsPerComplaint,
  steps,
}: Guide): GuidedFormView => ({
  complaintId: complaint.id,
  attemptId: attempt.id,
  reference: complaint.reference,
  platform: platform.slug,
  platformName: platform.name,
  url,
  itemsPerComplaint,
  steps: steps.map(({ label, help, kind, values, groups, maxLength, over }) => ({
    label: { ...label },
    ...(help === null ? {} : { help: { ...help } }),
    kind,
    values: [...values],
    groups: groups.map((group) => [...group]),
    maxLength,
    over,
  })),
});
