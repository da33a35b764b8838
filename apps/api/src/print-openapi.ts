import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readSettings } from '#libs/settings';
import { AppModule } from './app.module.js';
import { openApiDocument } from './http/openapi.js';

// Preview: the modules are read and nothing is opened, so that the document can be made without a database.
const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(readSettings({})), new FastifyAdapter(), {
  preview: true,
  logger: false,
});
process.stdout.write(`${JSON.stringify(openApiDocument(app), null, 2)}\n`);
