import { Fault } from '#libs/domain';
import type { FieldFault } from '#libs/domain';

/** More faults than this are not worth reading at once. */
export const MOST_FAULTS = 100;

/** Faults of a CSV file, gathered so that a person can mend them in one go. */
export class CsvFaults {
  readonly fields: FieldFault[] = [];
  private dropped = 0;

  /** @param line in the file, 1 = header; @param column name, or null where the whole line is meant */
  add(line: number, column: string | null, code: string, detail: string): void {
    const where = column === null ? `Line ${line}` : `Line ${line}, column ${column}`;
    const pointer = column === null ? `/${line}` : `/${line}/${column}`;
    if (this.fields.length < MOST_FAULTS) this.fields.push({ pointer, code, detail: `${where}: ${detail}.` });
    else this.dropped += 1;
  }

  get any(): boolean {
    return this.fields.length > 0;
  }

  get full(): boolean {
    return this.dropped > 0;
  }

  asFault(): Fault {
    const count = this.full
      ? `more than ${MOST_FAULTS} faults; the first ${MOST_FAULTS}`
      : `${this.fields.length} fault(s)`;
    const lines = this.fields.map((field) => field.detail).join('\n');
    return new Fault('invalid', 'items-csv-invalid', `The analysis table has ${count}:\n${lines}`, this.fields);
  }
}
