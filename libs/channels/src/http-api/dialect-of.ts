import type { ApiAdapter, AdaptedApi, HttpApi } from '#libs/domain';
import type { Dialect } from './dialect.js';
import { ebayVeroV2 } from './ebay-vero-v2/ebay-vero-v2.js';
import { recipeDialect } from './recipe-dialect.js';

const adapters: Readonly<Record<ApiAdapter, (api: AdaptedApi) => Dialect>> = { 'ebay-vero-v2': ebayVeroV2 };

/** How an interface is spoken to, as its profile describes it or by the adapter it names. */
export const dialectOf = (api: HttpApi): Dialect =>
  'adapter' in api ? adapters[api.adapter](api) : recipeDialect(api);
