import { connect, createServer } from 'node:net';

/** Whether nothing listens on this port; 0 asks the system for any free port. Resolves to the port, or undefined. */
function tryPort(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(undefined);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const got = typeof address === 'object' && address !== null ? address.port : undefined;
      server.close(() => {
        resolve(got);
      });
    });
  });
}

export async function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return (await tryPort(port, host)) !== undefined;
}

/** The wanted port when it is free, else any free one. */
export async function freePort(wanted?: number, host = '127.0.0.1'): Promise<number> {
  const port = (wanted === undefined ? undefined : await tryPort(wanted, host)) ?? (await tryPort(0, host));
  if (port === undefined) throw new Error(`No port can be opened on ${host}: is the address one of this machine?`);
  return port;
}

/**
 * Whether a PostgreSQL server answers: it greets a request for TLS (PostgreSQL documentation, 53.7, SSLRequest) with one
 * letter, S or N; anything else is another kind of server.
 */
export function answersAsPostgres(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 2_000 });
    const finish = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])));
    socket.once('data', (data) => {
      finish(data.length === 1 && (data[0] === 0x53 || data[0] === 0x4e));
    });
    socket.once('error', () => {
      finish(false);
    });
    socket.once('timeout', () => {
      finish(false);
    });
    socket.once('close', () => {
      finish(false);
    });
  });
}
