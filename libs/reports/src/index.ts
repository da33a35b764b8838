export { MOST_FAULTS } from './csv-faults.js';
export { itemsCsvColumns } from './items-csv-columns.js';
export type { ItemsCsvColumn } from './items-csv-columns.js';
export { readItemsCsv } from './read-items-csv.js';
export { writeItemsCsv } from './write-items-csv.js';
