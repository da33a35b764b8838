import complaint from './complaint.json';
import complaints from './complaints.json';
import dashboard from './dashboard.json';
import filing from './filing.json';
import frame from './frame.json';
import measures from './measures.json';
import platforms from './platforms.json';
import triage from './triage.json';
import words_ from './words.json';

/** Every word of the interface in English; the other languages must have the same keys. */
export const words = { complaint, complaints, dashboard, filing, frame, measures, platforms, triage, words: words_ };
