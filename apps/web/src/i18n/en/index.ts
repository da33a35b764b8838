import accounts from './accounts.json';
import calendar from './calendar.json';
import complaint from './complaint.json';
import complaints from './complaints.json';
import dashboard from './dashboard.json';
import delivery from './delivery.json';
import drafts from './drafts.json';
import errors from './errors.json';
import evidence from './evidence.json';
import files from './files.json';
import filing from './filing.json';
import frame from './frame.json';
import guided from './guided.json';
import imports from './imports.json';
import liveness from './liveness.json';
import measures from './measures.json';
import platforms from './platforms.json';
import rights from './rights.json';
import settings from './settings.json';
import triage from './triage.json';
import webhooks from './webhooks.json';
import words_ from './words.json';

/** Every word of the interface in English; the other languages must have the same keys. */
export const words = {
  accounts,
  calendar,
  complaint,
  complaints,
  dashboard,
  delivery,
  drafts,
  errors,
  evidence,
  files,
  filing,
  frame,
  guided,
  imports,
  liveness,
  measures,
  platforms,
  rights,
  settings,
  triage,
  webhooks,
  words: words_,
};
