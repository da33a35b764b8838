import { existsSync } from 'node:fs';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import type { Logger } from 'pino';
import { projectRoot } from '#libs/settings';
import { MAX_IMPORT_BYTES } from '#libs/workflow';
import type { Settings } from '#libs/settings';
import { AppModule } from './app.module.js';
import { describeApi } from './http/openapi.js';
import { ProblemFilter, malformed, newRequestId, noSuchRoute } from './http/problem.js';

/** Largest file of any route: an import. */
const MOST_FILE_BYTES = MAX_IMPORT_BYTES;

/** Largest request that is no file: a raw reply with its attachments. */
const BODY_LIMIT = 25 * 1024 * 1024;

export const apiLogger = (settings: Settings): Logger =>
  pino({
    level: settings.LOG_LEVEL,
    base: { app: 'api' },
    redact: ['req.headers.authorization', 'req.headers.cookie', 'err.parameters', 'err.query', 'err.driverError'],
  });

/** The API with its pages, built and not yet listening. */
export async function buildServer(
  settings: Settings,
  log: Logger = apiLogger(settings),
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: newRequestId,
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
    logger: ['error', 'warn'],
    bufferLogs: false,
    // Fastify itself reads JSON; Nest would read forms as well, which no route speaks.
    bodyParser: false,
  });
  app.useGlobalFilters(new ProblemFilter(log));
  app.useGlobalPipes(
    new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true, exceptionFactory: malformed }),
  );
  await prepareFastify(app);
  describeApi(app);
  return app;
}

async function prepareFastify(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addContentTypeParser(
    ['message/rfc822', 'application/octet-stream'],
    { parseAs: 'buffer' },
    (_request, body, done) => {
      done(null, body);
    },
  );
  // One file a request, read as it comes in: how large it may be is for the verb that keeps it to say.
  await app.register(multipart, { limits: { files: 1, fields: 20, fieldSize: 10_000, fileSize: MOST_FILE_BYTES } });
  fastify.addHook('onSend', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      void reply.header('cache-control', 'no-store');
    return Promise.resolve();
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
      },
    },
    // TLS is the business of the proxy in front; on plain http this header would lock people out.
    strictTransportSecurity: false,
  });
  await servePages(app);
}

/** The web application: its files, and its one page for every address that is neither a file nor the API's. */
async function servePages(app: NestFastifyApplication): Promise<void> {
  const root = join(projectRoot(), 'dist', 'web');
  if (!existsSync(join(root, 'index.html'))) return;
  await app.register(fastifyStatic, { root, wildcard: false, immutable: true, maxAge: '365d', index: false });
  const fastify = app.getHttpAdapter().getInstance();
  for (const url of ['/', '/*']) {
    fastify.get(url, async (request, reply) => {
      if (isNoPage(request.url)) return reply.status(404).type('application/problem+json').send(noSuchRoute(request));
      return reply.header('cache-control', 'no-cache').sendFile('index.html', { immutable: false, maxAge: 0 });
    });
  }
}

/** The API's addresses, and files of an older build of the pages: neither is answered with a page. */
const isNoPage = (url: string): boolean => /^\/(api|calendar|health|metrics|assets)(\/|\?|$)/.test(url);
