import { Foundation1764000000000, foundationTableNames } from './0001-foundation.js';
import { Filing1764100000000, filingTableNames } from './0002-filing.js';
import { Channels1764200000000 } from './0003-channels.js';
import { DeliveryControl1764200500000, deliveryControlTableNames } from './0003-delivery-control.js';
import { HttpApi1764200600000, httpApiTableNames } from './0003-http-api.js';
import { FilingErrors1764200600000, filingErrorsTableNames } from './0003-filing-errors.js';
import { Liveness1764200300000 } from './0003-liveness.js';
import { NoticeParts1764200200000, noticePartTableNames } from './0003-notice-parts.js';
import { Webhooks1764200400000, webhookTableNames } from './0003-webhooks.js';

/** In the order they run. */
export const migrations = [
  Foundation1764000000000,
  Filing1764100000000,
  Channels1764200000000,
  NoticeParts1764200200000,
  Liveness1764200300000,
  Webhooks1764200400000,
  DeliveryControl1764200500000,
  HttpApi1764200600000,
  FilingErrors1764200600000,
];

/** Every table of a workspace. A test compares this list with the catalogue of the database. */
export const tenantTableNames = [
  ...foundationTableNames,
  ...filingTableNames,
  ...noticePartTableNames,
  ...webhookTableNames,
  ...deliveryControlTableNames,
  ...httpApiTableNames,
  ...filingErrorsTableNames,
] as const;
