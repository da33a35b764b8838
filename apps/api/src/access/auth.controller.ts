import { All, Controller, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Auth } from './auth.js';
import { Open } from './caller.guard.js';

/** Hands sign-in requests to better-auth, which speaks fetch. */
@ApiExcludeController()
@Controller('api/auth')
@Open()
export class AuthController {
  constructor(private readonly auth: Auth) {}

  @All('*')
  async handle(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const response = await this.auth.handle(toFetch(request));
    void reply.status(response.status);
    for (const [name, value] of response.headers) if (name !== 'set-cookie') void reply.header(name, value);
    for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie);
    await reply.send(response.body === null ? null : Buffer.from(await response.arrayBuffer()));
  }
}

function toFetch(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && name !== 'content-length')
      headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // Whom the rate limit counts: the connection's own address, not what the request says of itself.
  headers.set('x-forwarded-for', request.ip);
  const hasBody = !['GET', 'HEAD'].includes(request.method) && request.body !== undefined && request.body !== null;
  const url = new URL(request.url, `${request.protocol}://${request.headers.host ?? 'localhost'}`);
  return new Request(url, {
    method: request.method,
    headers,
    ...(hasBody ? { body: JSON.stringify(request.body) } : {}),
  });
}
