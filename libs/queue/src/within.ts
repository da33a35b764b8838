import { Fault } from '#libs/domain';

/**
 * The promise's value, or a Fault `queue-unreachable` after `ms`. BullMQ waits for a connection without end, and a caller
 * that waits with it holds a transaction open.
 */
export async function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(unreachable(`${what} took longer than ${ms} ms`));
    }, ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

export const unreachable = (why: string): Fault =>
  new Fault(
    'unavailable',
    'queue-unreachable',
    `The job queue can't be reached: ${why}. Check REDIS_URL, or DATABASE_URL where Redis is not used.`,
  );
