import { justificationElements } from '#libs/domain';
import type { Justification } from '#libs/domain';
import { Flag } from '../http/field.js';

export class JustificationInput implements Justification {
  @Flag({ optional: true }) J1?: boolean;
  @Flag({ optional: true }) J2?: boolean;
  @Flag({ optional: true }) J3?: boolean;
  @Flag({ optional: true }) J4?: boolean;
  @Flag({ optional: true }) J5?: boolean;
  @Flag({ optional: true }) J6?: boolean;
  @Flag({ optional: true }) J7?: boolean;
}

/** The elements a person coded, and only those. */
export const justificationOf = (input: JustificationInput | undefined): Justification =>
  Object.fromEntries(
    justificationElements.flatMap((element) => (input?.[element] === undefined ? [] : [[element, input[element]]])),
  );
