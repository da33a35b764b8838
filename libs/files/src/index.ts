export { evidenceTypes, sniffType } from './sniff-type.js';
export type { EvidenceType } from './sniff-type.js';
export { openFileStore } from './file-store.js';
export type { FileStore, FileStoreSettings, KeptFile } from './file-store.js';
export { plainFileName } from './plain-file-name.js';
