import { Param, ParseUUIDPipe } from '@nestjs/common';
import { Fault } from '#libs/domain';

/** An identifier in the address; anything else is refused before the database is asked. */
export const PathId = (name: string): ParameterDecorator =>
  Param(name, new ParseUUIDPipe({ exceptionFactory: () => noIdentifier(name) }));

function noIdentifier(name: string): Fault {
  const detail = `The address names no ${name}: an identifier looks like 01890000-0000-7000-8000-000000000000. Follow a link, or take it from a list.`;
  return new Fault('malformed', 'request-invalid', detail, [{ pointer: `/${name}`, code: 'uuid', detail }]);
}
