import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { HealthCheck, HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import type { HealthCheckResult } from '@nestjs/terminus';
import { register } from 'prom-client';
import { Database } from '#libs/persistence';
import type { Queues } from '#libs/queue';
import { Open } from '../access/caller.guard.js';

export const QUEUES = Symbol('queues');

@ApiExcludeController()
@Controller()
@Open()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly database: Database,
    @Inject(QUEUES) private readonly queues: Queues,
  ) {}

  /** The process answers. */
  @Get('health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Everything a request needs is there. */
  @Get('health/ready')
  @HealthCheck()
  async ready(): Promise<HealthCheckResult> {
    return this.health.check([
      async () => {
        const indicator = this.indicators.check('database');
        return this.database.ping().then(
          () => indicator.up(),
          (error: unknown) => indicator.down(String(error)),
        );
      },
      async () => {
        const indicator = this.indicators.check('queue');
        return this.queues.health().then(
          (found) =>
            found.reachable
              ? indicator.up({ warnings: [...found.warnings] })
              : indicator.down({ warnings: [...found.warnings] }),
          (error: unknown) => indicator.down(String(error)),
        );
      },
    ]);
  }

  @Get('metrics')
  @Header('content-type', register.contentType)
  async metrics(): Promise<string> {
    return register.metrics();
  }
}
