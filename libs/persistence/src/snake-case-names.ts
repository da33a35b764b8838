import { DefaultNamingStrategy } from 'typeorm';

/** Properties in camel case, columns in snake case; a table's name is its schema's name as written. */
export class SnakeCaseNames extends DefaultNamingStrategy {
  override tableName(targetName: string, userSpecifiedName: string | undefined): string {
    return userSpecifiedName ?? targetName;
  }

  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
