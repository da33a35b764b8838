import complaint from './complaint.json';
import complaints from './complaints.json';
import dashboard from './dashboard.json';
import drafts from './drafts.json';
import files from './files.json';
import filing from './filing.json';
import frame from './frame.json';
import imports from './imports.json';
import measures from './measures.json';
import platforms from './platforms.json';
import rights from './rights.json';
import settings from './settings.json';
import triage from './triage.json';
import words_ from './words.json';

/** Every word of the interface in simplified Chinese. */
export const words = {
  complaint,
  complaints,
  dashboard,
  drafts,
  files,
  filing,
  frame,
  imports,
  measures,
  platforms,
  rights,
  settings,
  triage,
  words: words_,
};
