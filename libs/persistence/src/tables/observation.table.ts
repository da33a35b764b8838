import type { Observation } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { id, instant, ref, text } from './columns.js';

export const observationTable = new EntitySchema<Observation>({
  name: 'observation',
  columns: { workspaceId: id(), id: id(), itemId: ref(), state: text(), at: instant(), source: text() },
});
