import type { ReadingPosition } from '#libs/domain';
import { batchLimits } from './raw-row.js';
import type { RawRow, RowBatch } from './raw-row.js';

/** Gathers rows into batches. A position is told only between rows, so that reading can go on from it. */
export class Batcher {
  #rows: RawRow[] = [];
  #characters = 0;
  #position: ReadingPosition;
  /** offset of the position that was told last */
  #told: number;

  constructor(from: ReadingPosition) {
    this.#position = from;
    this.#told = from.offset;
  }

  /** number of the row that comes next */
  get nextRow(): number {
    return this.#position.row + 1;
  }

  /**
   * @param row null for what is read over: blank lines
   * @param after where reading stands after it
   * @returns a batch, once there is enough for one
   */
  add(row: RawRow | null, after: { offset: number; line: number }): RowBatch | null {
    this.#position = { ...after, row: this.#position.row + (row === null ? 0 : 1) };
    if (row === null) return null;
    this.#rows.push(row);
    for (const cell of row.cells) this.#characters += cell.length;
    const isFull = this.#rows.length >= batchLimits.rows || this.#characters >= batchLimits.characters;
    return isFull ? this.#take() : null;
  }

  /** What is left at the end: rows, or blank lines alone. */
  *last(): Generator<RowBatch> {
    if (this.#position.offset > this.#told) yield this.#take();
  }

  #take(): RowBatch {
    const batch = { rows: this.#rows, position: this.#position };
    this.#rows = [];
    this.#characters = 0;
    this.#told = this.#position.offset;
    return batch;
  }
}
