import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** Where the scripted server does something out of the ordinary. `body` = after 20 kB of a message, before its dot. */
export type Verb =
  'greeting' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'body' | 'dot' | 'RSET' | 'QUIT';

/** A reply line, or what happens instead of one; `last` is a whole reply after which the connection is gone. */
export type Act = string | { then: 'drop' } | { then: 'silence' } | { then: 'half' | 'last'; line: string };

export interface FakeSmtp {
  port: number;
  /** messages that met a 250, dot-unstuffed, as bytes */
  accepted: Buffer[];
  /** every final dot of a message that was read, accepted or not; an empty message is none */
  dots: number;
  connections: number;
  /** every command line that was read, in order */
  commands: string[];
  /** resolves once the server acts on this verb */
  meets(verb: Verb): Promise<void>;
  close(): Promise<void>;
}

const usual: Record<Verb, string> = {
  greeting: '220 fake.test ESMTP',
  EHLO: '250 fake.test',
  STARTTLS: '454 4.7.0 TLS not available',
  AUTH: '235 2.7.0 welcome',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go ahead',
  body: '',
  dot: '250 2.0.0 Ok: queued as 4F3',
  RSET: '250 2.0.0 ok',
  QUIT: '221 2.0.0 bye',
};

export interface Script extends Partial<Record<Verb, Act | Act[]>> {
  extensions?: string[];
}

/**
 * A mail server on loopback that follows a script; where a verb has a list, its entries are used up one by one. The script may
 * be changed meanwhile.
 */
export async function fakeSmtp(script: Script = {}): Promise<FakeSmtp> {
  const awaited: { verb: Verb; resolve: () => void }[] = [];
  const state: FakeSmtp = {
    port: 0,
    accepted: [],
    dots: 0,
    connections: 0,
    commands: [],
    meets: async (verb) => new Promise((resolve) => awaited.push({ verb, resolve })),
    close: () => Promise.resolve(),
  };
  const used = new WeakMap<Act[], number>();
  const sockets = new Set<Socket>();
  const act = (verb: Verb): Act => {
    for (const each of awaited.filter((one) => one.verb === verb)) each.resolve();
    const scripted = script[verb];
    if (!Array.isArray(scripted)) return scripted ?? usual[verb];
    const n = used.get(scripted) ?? 0;
    used.set(scripted, n + 1);
    return scripted[n] ?? usual[verb];
  };
  const server = createServer((socket) => {
    state.connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    converse(socket, act, state, script.extensions ?? []);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.port = (server.address() as AddressInfo).port;
  state.close = () =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => {
        resolve();
      });
    });
  return state;
}

function converse(socket: Socket, act: (verb: Verb) => Act, state: FakeSmtp, extensions: string[]): void {
  let buffered = Buffer.alloc(0);
  let inData = false;
  const perform = (verb: Verb): string | null => {
    const what = act(verb);
    if (typeof what === 'string') {
      if (verb === 'EHLO' && what.startsWith('250'))
        socket.write([`250-fake.test`, ...extensions.map((e) => `250-${e}`), '250 HELP'].join('\r\n') + '\r\n');
      else if (what !== '') socket.write(`${what}\r\n`);
      return what;
    }
    if (what.then === 'half') socket.write(what.line, () => socket.destroy());
    if (what.then === 'drop') socket.destroy();
    if (what.then !== 'last') return null;
    socket.end(`${what.line}\r\n`);
    return what.line;
  };
  const command = (line: string): void => {
    state.commands.push(line);
    const word = line.split(' ')[0]?.toUpperCase() ?? '';
    const verb = word === 'HELO' ? 'EHLO' : (word as Verb);
    const reply = verb in usual ? perform(verb) : '500 what?';
    if (verb === 'DATA' && reply?.startsWith('354')) inData = true;
    if (verb === 'QUIT') socket.end();
  };
  const message = (): boolean => {
    // an empty message is a dot alone, which a pipelining client sends where nobody is left to receive anything
    const end = buffered.toString('latin1', 0, 3) === '.\r\n' ? -2 : buffered.indexOf('\r\n.\r\n');
    if (buffered.length > 20_000 && act('body') !== '') {
      perform('body');
      inData = false;
      buffered = Buffer.alloc(0);
      return false;
    }
    if (end === -1) return false;
    const raw = buffered.subarray(0, end + 2);
    buffered = buffered.subarray(end + 5);
    inData = false;
    if (raw.length > 0) state.dots += 1;
    if (perform('dot')?.startsWith('2') && raw.length > 0) state.accepted.push(unstuffed(raw));
    return true;
  };
  const read = (): boolean => {
    if (inData) return message();
    const end = buffered.indexOf('\r\n');
    if (end < 0) return false;
    const line = buffered.subarray(0, end).toString('utf8');
    buffered = buffered.subarray(end + 2);
    command(line);
    return true;
  };
  socket.on('data', (chunk) => {
    buffered = Buffer.concat([buffered, chunk]);
    while (read());
  });
  perform('greeting');
}

const unstuffed = (raw: Buffer): Buffer => Buffer.from(raw.toString('latin1').replace(/^\.\./gm, '.'), 'latin1');
