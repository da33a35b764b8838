import type { Language, Regime, StatementKind } from '#libs/domain';

/** A statement in the exact words a person confirms and the platform is told. */
export interface StatementWording {
  kind: StatementKind;
  wording: string;
}

/** The statements a regime asks for, in its order and the given language. */
export const statementWordings = (regime: Regime, language: Language): StatementWording[] =>
  regime.statements.map(({ kind, wording }) => ({ kind, wording: wording[language] }));
