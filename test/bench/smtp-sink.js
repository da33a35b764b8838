import { createServer } from 'node:net';

/**
 * A mail server that takes everything at once and counts, in this process. Recipients of `hanging` get no answer to RCPT.
 * @returns {Promise<{ port: number, accepted: { to: string, at: number }[], hang: (domain: string | null) => void, close: () => Promise<void> }>}
 */
export async function smtpSink() {
  const accepted = [];
  const sockets = new Set();
  let hanging = null;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    converse(socket, (to) => hanging !== null && to.endsWith(hanging), accepted);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    accepted,
    hang: (domain) => {
      hanging = domain;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function converse(socket, hangs, accepted) {
  let rest = '';
  let to = '';
  let inData = false;
  const say = (line) => socket.write(`${line}\r\n`);
  const command = (line) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') say('250-sink\r\n250 8BITMIME');
    else if (verb === 'RCPT') {
      to = /<([^<>]*)>/.exec(line)?.[1] ?? '';
      if (!hangs(to)) say('250 ok');
    } else if (verb === 'DATA') {
      inData = true;
      say('354 go ahead');
    } else if (verb === 'QUIT') socket.end('221 bye\r\n');
    else say('250 ok');
  };
  socket.setNoDelay(true);
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1');
    for (;;) {
      const end = rest.indexOf(inData ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const line = rest.slice(0, end);
      rest = rest.slice(end + (inData ? 5 : 2));
      if (inData) {
        inData = false;
        accepted.push({ to, at: Date.now() });
        say('250 ok');
      } else command(line);
    }
  });
  say('220 sink');
}
