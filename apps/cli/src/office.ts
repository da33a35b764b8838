import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { Fault } from '#libs/domain';
import { Identity } from '#libs/persistence';
import type { Workspace } from '#libs/persistence';
import { readSettings } from '#libs/settings';
import type { Settings } from '#libs/settings';
import { WorkflowModule } from '#libs/workflow';

/** The settings of this command; bin/redress.js gives it the embedded database where DATABASE_URL is unset. */
export const settingsOfCommand = (): Settings => readSettings();

/** Runs `work` with every verb at hand, and closes what was opened. */
export async function withOffice<T>(work: (office: INestApplicationContext) => Promise<T>): Promise<T> {
  const office = await NestFactory.createApplicationContext(WorkflowModule.with(settingsOfCommand()), {
    logger: false,
    abortOnError: false,
  });
  try {
    return await work(office);
  } finally {
    await office.close();
  }
}

/** The workspace a command names by its slug or id. */
export async function workspaceNamed(office: INestApplicationContext, name: string): Promise<Workspace> {
  const identity = office.get(Identity);
  const found =
    (await identity.workspaceBySlug(name)) ??
    (/^[0-9a-f-]{36}$/.test(name) ? await identity.workspaceById(name) : null);
  if (found === null)
    throw new Fault(
      'invalid',
      'workspace-unknown',
      `There is no workspace "${name}". Make one with: redress workspace create NAME`,
    );
  return found;
}
