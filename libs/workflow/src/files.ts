/** The store of evidence files and imports (libs/files), as Nest hands it to the verbs. */
export const FILES = Symbol('file store');
