import { readFileSync } from 'node:fs';
import { describe, it } from '@jest/globals';
import { readMessage, suggest, readableText } from './index.js';
import { confusionTable } from './recognise/accuracy.js';
const dir = '../shared/data/';
const lines = (f: string) => readFileSync(dir + f, 'utf8').split('\n').filter(Boolean).map((l) => JSON.parse(l));
const ctx = { filingLanguages: ['en'], listings: [] };
const out = (s: string) => process.stdout.write(s + '\n');
const kinds: Record<string,string> = { delivered: 'other', 'read-receipt': 'other', message: 'other', reply: 'other' };
const reasons: Record<string,string[]> = { userunknown:['user-unknown'], mailboxfull:['mailbox-full'], filtered:['rejected','user-unknown','policy'], expired:['expired'], rejected:['rejected','policy'], hostunknown:['host-unknown'], blocked:['policy'], networkerror:['network'], systemerror:['system'], securityerror:['policy'], spamdetected:['spam'], hasmoved:['user-unknown'], requireptr:['policy'], notaccept:['not-accepting'], policyviolation:['policy'], suspend:['suspended'], toomanyconn:['rate-limited'], authfailure:['policy'] };
const outc: Record<string,string> = { removed:'removed', refused:'refused', 'refused-partial':'partial', duplicate:'duplicate','already-removed':'refused' };
describe('dev', () => {
  it('mails', async () => {
    const half = process.env['HALF'] ?? 'even';
    const rows = lines('emails/labels.jsonl').filter((_, i) => half === 'all' || (half === 'even') === (i % 2 === 0));
    const kj = []; const rj = [];
    for (const r of rows) {
      const t0 = Date.now();
      const m = await readMessage(readFileSync(dir + 'emails/' + r.file));
      const s = suggest(m, ctx);
      const dt = Date.now() - t0;
      if (dt > 500) out('SLOW ' + r.file + ' ' + dt);
      const exp = kinds[r.label] ?? r.label;
      kj.push({ expected: r.label, read: s.kind });
      const ok = exp === s.kind || (exp==='other' && s.kind==='acknowledgement');
      if (!ok && process.env['V']) out(`KIND ${r.file} ${r.label} -> ${s.kind} ${s.outcome??''} ${JSON.stringify(s.because)} st=${m.deliveryStatus.length} ct=${m.mediaType} txt=${JSON.stringify(m.fullText.slice(0,200))}`);
      for (const e of r.label === 'bounce' ? (Array.isArray(r.expected) ? r.expected : []).slice(0,1) : []) {
        if (!reasons[e.reason]) continue;
        const got = s.bounce?.reason ?? 'none';
        rj.push({ expected: e.reason, read: reasons[e.reason]!.includes(got) ? e.reason : got });
        if (!reasons[e.reason]!.includes(got) && process.env['V']) out(`REASON ${r.file} ${e.reason} -> ${got} ${JSON.stringify(s.because)} status=${s.bounce?.status} diag=${JSON.stringify(m.deliveryStatus[0]?.diagnostic)} `);
        if (e.hard === true && s.bounce?.permanent === false && process.env['V']) out(`HARD ${r.file} ${e.reason} not permanent`);
      }
    }
    out(confusionTable('kind ' + half, kj)); out(confusionTable('reason', rj));
    const pj=[]; const pr = lines('platform-responses.jsonl').filter((_, i) => half === 'all' || (half === 'even') === (i % 2 === 0));
    for (const p of pr) {
      const m = await readMessage(Buffer.from('From: a@b.example\r\nContent-Type: text/plain; charset=utf-8\r\nSubject: =?utf-8?B?' + Buffer.from('Re: complaint').toString('base64') + '?=\r\n\r\n' + (p.rendered ?? p.text)));
      const s = suggest(m, ctx);
      const got = s.kind === 'decision' ? s.outcome! : s.kind;
      pj.push({ expected: p.label, read: got });
      if (process.env['P']) out(`RESP ${p.label}|${p.reason}|${p.lang}|${p.audience} -> ${got} ${s.statedReason ?? ''} lang=${s.language} case=${s.caseNumber} ${JSON.stringify(s.because)}`);
    }
    out(confusionTable('responses', pj));
  }, 120000);
  it('texts', () => {
    let ok = 0, n = 0;
    for (const t of lines('emails/reply-texts.jsonl')) {
      const got = readableText(t.text);
      const exp = t.expected_first_fragment ?? null;
      if (exp === null) { if (process.env['T']) out('?? ' + t.id + ' ' + JSON.stringify(got)); continue; }
      n++; if (got.replace(/\s+/g,' ') === exp.replace(/\s+/g,' ').trim()) ok++; else out('TEXT ' + t.id + ' ' + JSON.stringify(got.slice(-200)) + ' <> ' + JSON.stringify(exp.slice(-80)));
    }
    out(`texts ${ok}/${n}`);
  });
});
