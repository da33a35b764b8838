import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the parameters of RFC 9106's second recommendation for memory-constrained servers (OWASP: 19 MiB, t = 2). */
export const hashPassword = async (password: string): Promise<string> =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

export const verifyPassword = async (stored: string, password: string): Promise<boolean> => verify(stored, password);
