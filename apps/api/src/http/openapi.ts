import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Problem } from './problem.js';

/** The OpenAPI document of the running application. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Redress')
    .setVersion('1')
    .setDescription(
      'File IP takedown complaints against listings on online platforms, follow each to its end, and measure how platforms answer. Errors are RFC 9457 problem documents.',
    )
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'API key' })
    .addGlobalResponse({ status: 'default', description: 'a problem document', type: Problem })
    .build();
  return SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
    extraModels: [Problem],
  });
}

/** Serves the document at /api/openapi.json, built once. */
export function describeApi(app: NestFastifyApplication): void {
  let document: OpenAPIObject | null = null;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', async (_request, reply) => {
      document ??= openApiDocument(app);
      return reply.send(document);
    });
}
