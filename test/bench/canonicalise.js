import { existsSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = (path) => join(root, 'dist', path);
const SEED = 2016;
const ADDRESSES = 200_000;
const ROUNDS = 9;

/**
 * How many addresses a second get their one spelling (`canonicalAddress`) and are recognised against every profile shipped
 * (`recognise`), one after the other on one processor, beside what the URL parser alone needs for the same texts. Rounds of
 * the three take turns, so that what else the machine does falls on all of them; a figure is the median of its rounds.
 */
export async function run() {
  if (!existsSync(built('libs/listings/src/index.js')))
    throw new Error('dist/ is missing: run `npm run bench`, which builds it first');
  const { canonicalAddress, listingRecogniser } = await import(built('libs/listings/src/index.js'));
  const { loadPlatformProfiles } = await import(built('libs/settings/src/index.js'));
  const platforms = loadPlatformProfiles(join(root, 'config/platforms'));
  const { recognise } = listingRecogniser(platforms);
  const addresses = syntheticAddresses();
  const work = {
    parse: (address) => new URL(address).href.length > 0,
    canonicalAddress: (address) => typeof canonicalAddress(address) !== 'string',
    recognise: (address) => recognise(address).is === 'listing',
  };
  const rounds = Array.from({ length: ROUNDS }, () => oneRound(work, addresses));
  return report(rounds, platforms.length);
}

/** @returns {Record<string, { perSecond: number, yes: number }>} of each kind of work */
function oneRound(work, addresses) {
  return Object.fromEntries(
    Object.entries(work).map(([name, does]) => {
      const begun = performance.now();
      let yes = 0;
      for (const address of addresses) if (does(address)) yes += 1;
      return [name, { perSecond: addresses.length / ((performance.now() - begun) / 1000), yes }];
    }),
  );
}

const shops = ['de', 'com', 'co.uk', 'com.vn', 'cn', 'shop', 'io', 'com.br'];
const names = ['velora', 'alpengluehen', 'bagworld', 'xn--mnchen-3ya', 'outlet-24', 'best.deals', 'm.store'];
const trackers = ['utm_source=mail&utm_medium=a', 'spm=a2141.1.0.0', 'gclid=Cj0KCQ', 'fbclid=IwAR1', 'scm=1007.1'];
const words = [
  'leather-bag',
  'Handtasche%20rot',
  '%e5%8c%85%e5%8c%85',
  'b%6Fok',
  'Tasche(1)',
  'src/main',
  'a_b',
  'túi-da',
];

/** Kinds of addresses as complaints hold them, each made with numbers drawn anew. */
const kinds = [
  (n, pick) => `https://item.taobao.com/item.htm?${pick(trackers)}&id=${n}&skuId=${n + 7}`,
  (n) => `https://detail.tmall.com/item.htm?id=${n}`,
  (n) => `https://detail.1688.com/offer/${n}.html?offerId=${n}&forcePC=1`,
  (n, pick) => `https://www.lazada.vn/products/${pick(words)}-i${n}-s${n + 1}.html?search=1`,
  (n, pick) => `https://shopee.vn/${pick(words)}-i.${n}.${n * 3}`,
  (n, pick) =>
    `https://www.amazon.${pick(shops)}/${pick(words)}/dp/B0${n}/ref=sr_1_1?keywords=${pick(words)}&${pick(trackers)}`,
  (n) => `http://www.ebay.com/itm/${n}?hash=item${n}:g:abc`,
  (n, pick) =>
    `https://github.com/user${n % 5000}/${pick(words)
      .replaceAll('/', '-')
      .replaceAll(/[^\w-]/g, '')}-${n}`,
  (n, pick) => `https://github.com/user${n % 5000}/repo-${n}/blob/master/${pick(words)}/file-${n}.pdf#L${n % 900}`,
  (n) => `https://gist.github.com/user${n % 5000}/${n.toString(16).padStart(32, '0')}`,
  (n, pick) => `http://${pick(names)}.${pick(shops)}/products/${pick(words)}-${n}.html`,
  (n, pick) =>
    `https://WWW.shop${n % 3000}.${pick(names)}.${pick(shops)}:443/p/${n}/?${pick(trackers)}&color=red&size=${n % 50}`,
  (n, pick) => `https://${pick(names)}.${pick(shops)}/?product=${n}`,
  (n, pick) => `https://${pick(['bit.ly', 't.co', 'm.tb.cn', 'amzn.to'])}/h.${n.toString(36)}`,
  (n, pick) => `https://${pick(names)}.${pick(shops)}/`,
];

function syntheticAddresses() {
  const chance = xoroshiro128plus(SEED);
  const pick = (list) => list[uniformInt(chance, 0, list.length - 1)];
  return Array.from({ length: ADDRESSES }, () => pick(kinds)(uniformInt(chance, 1_000_000, 999_999_999), pick));
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function report(rounds, platforms) {
  const speed = (name) => median(rounds.map((round) => round[name].perSecond));
  const spread = (name) => {
    const speeds = rounds.map((round) => round[name].perSecond);
    return `${name} ${Math.round(Math.min(...speeds))} to ${Math.round(Math.max(...speeds))}`;
  };
  const { canonicalAddress, recognise } = rounds[0];
  const row = (name) => ({
    figure: speed(name),
    unit: `${name}/s`,
    limit: 'new URL(x).href/s',
    limitFigure: speed('parse'),
    by: `the same ${ADDRESSES.toLocaleString('en')} texts, ${ROUNDS} rounds in turns`,
  });
  return {
    title: `canonicalise: ${ADDRESSES.toLocaleString('en')} addresses of ${kinds.length} kinds, ${platforms} platform profiles, one processor`,
    rows: [row('canonicalAddress'), row('recognise')],
    notes: [
      `${canonicalAddress.yes} have a spelling, ${recognise.yes} are listings; slowest to fastest round: ${['parse', 'canonicalAddress', 'recognise'].map(spread).join(', ')}`,
      `load average ${loadavg()
        .map((each) => each.toFixed(1))
        .join(' ')} on ${availableParallelism()} processors`,
    ],
  };
}
