import { errorStates } from '#libs/domain';
import type { ApiErrorRule, ApiRequest, ApiStandings, FormValues, HttpApiRecipe, ListingWord } from '#libs/domain';
import { fillFrom } from '../recipe/fill.js';
import type { ApiProblem, ComposedRequest, Dialect, Found, ReportRequest } from './dialect.js';
import type { Answer } from './exchange.js';
import { at, fillJson, parsedJson, textAt } from './json.js';

/** An interface as an operator describes it in config/platforms. */
export function recipeDialect(recipe: HttpApiRecipe): Dialect {
  const { response, status, find, signIn } = recipe;
  return {
    baseUrl: recipe.baseUrl,
    auth: recipe.auth,
    idempotencyHeader: recipe.idempotencyHeader ?? null,
    referenceOptional: response.referenceOptional ?? false,
    compose: (values) => compose(recipe, values),
    took: (answer) => response.success.includes(answer.status),
    reference: (answer) => textAt(parsedJson(answer.body), response.reference),
    problem: (answer) => problemBy(response.errors ?? [], answer),
    status:
      status === undefined
        ? null
        : {
            request: (report) => asked(status.request, { report }),
            read: (answer) => wordsIn(status.standings, answer),
          },
    find:
      find === undefined
        ? null
        : { request: (key) => asked(find.request, { key }), read: (answer) => foundIn(find, answer) },
    signIn: signIn === undefined ? null : asked(signIn, {}),
  };
}

function compose({ request, itemsPerRequest }: HttpApiRecipe, values: FormValues): ReportRequest[] {
  const most = itemsPerRequest ?? Math.max(values.items.length, 1);
  const count = Math.max(1, Math.ceil(values.items.length / most));
  return Array.from({ length: count }, (_, index) => {
    const items = values.items.slice(index * most, (index + 1) * most);
    const listings = items.map(({ url }) => url);
    const some: FormValues = { ...values, items, urls: listings.join('\n') };
    return {
      method: request.method,
      path: fillFrom(request.path, { ...some }, encodeURIComponent),
      headers: headersOf(request, { ...some }),
      body: request.body === undefined ? null : fillJson(request.body, some),
      listings,
    };
  });
}

const asked = (request: ApiRequest, values: Readonly<Record<string, string>>): ComposedRequest => ({
  method: request.method,
  path: fillFrom(request.path, values, encodeURIComponent),
  headers: headersOf(request, values),
  body: null,
});

/** A value that is filled into a header can't begin another one. */
const headersOf = ({ headers = {} }: ApiRequest, values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, template]) => [
      name,
      fillFrom(template, values, (value) => value.replace(/[^\x20-\x7e]/g, ' ')),
    ]),
  );

/** The first rule that fits speaks for the answer. */
function problemBy(rules: readonly ApiErrorRule[], { status, body }: Answer): ApiProblem | null {
  const text = body.toString('utf8');
  const rule = rules.find(
    (each) =>
      (each.status === undefined || each.status === status) &&
      (each.matches === undefined || new RegExp(each.matches, 'iu').test(text)),
  );
  if (rule === undefined) return null;
  const { code, attribution = errorStates[code].attribution, retry = false } = rule;
  return { code, attribution, retry, message: `${errorStates[code].says} (HTTP ${status})` };
}

function wordsIn(standings: ApiStandings, answer: Answer): ListingWord[] {
  const json = parsedJson(answer.body);
  if (standings.items === undefined) return wordOf(standings, json) ?? [];
  const list = at(json, standings.items);
  return Array.isArray(list) ? list.flatMap((entry: unknown) => wordOf(standings, entry) ?? []) : [];
}

/** A word nobody knows decides nothing: it is kept with the answer, and the listing stays pending. */
function wordOf({ listing, state, reason, decidedAt, words }: ApiStandings, entry: unknown): ListingWord[] | null {
  const word = textAt(entry, state);
  if (word === null) return null;
  const said = decidedAt === undefined ? null : textAt(entry, decidedAt);
  const when = said === null ? NaN : Date.parse(said);
  return [
    {
      listing: listing === undefined ? null : textAt(entry, listing),
      standing: Object.hasOwn(words, word) ? (words[word] ?? 'pending') : 'pending',
      word,
      reason: reason === undefined ? null : textAt(entry, reason),
      decidedAt: Number.isNaN(when) ? null : new Date(when),
    },
  ];
}

function foundIn(find: NonNullable<HttpApiRecipe['find']>, answer: Answer): Found {
  if (find.absent.includes(answer.status)) return { kind: 'absent' };
  const reference = answer.status === 200 ? textAt(parsedJson(answer.body), find.reference) : null;
  return reference === null ? null : { kind: 'there', reference };
}
