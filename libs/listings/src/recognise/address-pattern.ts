import type { AddressKind, AddressPattern, Platform } from '#libs/domain';
import { nameAndValue } from '../address/address-parts.js';
import type { AddressParts } from '../address/address-parts.js';
import { mostCharacters } from '../address/canonical-address.js';
import { readableLetters } from '../address/escapes.js';
import { isBelow } from './nearest.js';

type Groups = Readonly<Record<string, string | undefined>>;

/** What the expressions of a pattern found in an address, by the names of their groups. */
export interface Found {
  host: string;
  path: Groups;
  query: Groups;
}

export interface CompiledPattern {
  is: AddressKind;
  /** whether an address on this host may be of its kind */
  standsOn: (host: string) => boolean;
  /**
   * what it finds in an address of its kind; null where the address is none
   * @param path that of the address with readable letters
   */
  find: (parts: AddressParts, path: string) => Found | null;
  /** the one spelling of what was found; null where the pattern gives none */
  spell: ((found: Found) => string) | null;
}

const none: Groups = {};

/** From end to end. An address longer than any listing's is not searched, so that an expression cannot take for ever. */
function finderOf(expression: string): (text: string) => Groups | null {
  const whole = new RegExp(`^(?:${expression})$`, 'u');
  return (text) => {
    const match = text.length > mostCharacters ? null : whole.exec(text);
    return match === null ? null : (match.groups ?? none);
  };
}

type QueryFinder = (parameters: readonly string[]) => Groups | null;

function queryFinderOf(query: Readonly<Record<string, string>>): QueryFinder {
  const finders = Object.entries(query).map(([name, expression]) => ({ name, find: finderOf(expression) }));
  return (parameters) => {
    const given = parameters.map(nameAndValue);
    let groups: Groups = none;
    for (const { name, find } of finders) {
      const value = given.find(([known]) => known === name)?.[1];
      const found = value === undefined ? null : find(readableLetters(value));
      if (found === null) return null;
      groups = { ...groups, ...found };
    }
    return groups;
  };
}

/** A value keeps its meaning where it moves between path and query, whose reserved characters differ. */
const intoPath = (value: string): string => value.replaceAll('+', '%20').replaceAll('?', '%3F');
const intoQuery = (value: string): string => value.replaceAll('&', '%26').replaceAll('+', '%2B');

function spellerOf(canonical: string): (found: Found) => string {
  const query = canonical.indexOf('?');
  return (found) =>
    canonical.replace(/\{(\w+)\}/g, (_, name: string, at: number) => {
      if (name === 'host') return found.host;
      const isInQuery = query >= 0 && at > query;
      const [ofPath, ofQuery] = [found.path[name], found.query[name]];
      if (isInQuery) return ofQuery ?? intoQuery(ofPath ?? '');
      return ofPath ?? intoPath(ofQuery ?? '');
    });
}

/** @throws SyntaxError where an expression is none; profiles are checked for that when they are read */
export function compiledPattern(pattern: AddressPattern, platform: Platform): CompiledPattern {
  const hosts = pattern.hosts ?? platform.listingHosts;
  const inPath = finderOf(pattern.path);
  const inQuery = pattern.query === undefined ? null : queryFinderOf(pattern.query);
  return {
    is: pattern.is,
    standsOn: (host) => hosts.length === 0 || hosts.some((known) => isBelow(host, known)),
    find: ({ host, port, parameters }, path) => {
      const ofPath = inPath(path);
      const ofQuery = ofPath === null || inQuery === null ? none : inQuery(parameters);
      return ofPath === null || ofQuery === null ? null : { host: `${host}${port}`, path: ofPath, query: ofQuery };
    },
    spell: pattern.canonical === undefined ? null : spellerOf(pattern.canonical),
  };
}
