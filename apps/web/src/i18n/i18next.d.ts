import type { words } from './en/index.js';

// Makes a key that does not exist in English a type error.
declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof words };
  }
}
