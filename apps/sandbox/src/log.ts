/** Where the sandbox says what happened; pino and console both fit. */
export interface Log {
  info: (message: string) => void;
  warn: (message: string) => void;
}
