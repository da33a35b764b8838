import { Inject, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import type { Queues } from '#libs/queue';
import type { Settings } from '#libs/settings';
import { WorkflowModule, openJobQueues } from '#libs/workflow';
import { AuthController } from './access/auth.controller.js';
import { Auth } from './access/auth.js';
import { CallerGuard } from './access/caller.guard.js';
import { Sessions } from './access/sessions.js';
import { CalendarFeedController } from './calendar/calendar-feed.controller.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { AttemptsController } from './complaints/attempts.controller.js';
import { ComplaintEventsController } from './complaints/complaint-events.controller.js';
import { ComplaintPage } from './complaints/complaint-page.js';
import { ComplaintsController } from './complaints/complaints.controller.js';
import { GuidedFormController } from './complaints/guided-form.controller.js';
import { ObservationsController } from './complaints/observations.controller.js';
import { DeliveryController } from './delivery/delivery.controller.js';
import { DevMailboxController } from './dev-mailbox/dev-mailbox.controller.js';
import { DraftingController } from './complaints/drafting.controller.js';
import { DocumentsController } from './documents/documents.controller.js';
import { DraftsController } from './drafts/drafts.controller.js';
import { TemplatesController } from './drafts/templates.controller.js';
import { FilingErrorsController } from './filing-errors/filing-errors.controller.js';
import { FilesController } from './files/files.controller.js';
import { HealthController, QUEUES } from './health/health.controller.js';
import { ImportRowsController } from './imports/import-rows.controller.js';
import { ImportsController } from './imports/imports.controller.js';
import { ListingsController } from './listings/listings.controller.js';
import { Idempotency } from './http/idempotency.js';
import { ItemsController } from './measures/items.controller.js';
import { MeasuresController } from './measures/measures.controller.js';
import { NeedsHumanController } from './needs-human/needs-human.controller.js';
import { AccountController, AccountsController } from './platforms/account.controller.js';
import { PlatformsController } from './platforms/platforms.controller.js';
import { RightsHoldersController } from './register/rights-holders.controller.js';
import { RightsController } from './register/rights.controller.js';
import { RepliesController } from './replies/replies.controller.js';
import { ObservingController } from './rules/observing.controller.js';
import { RulesController } from './rules/rules.controller.js';
import { SAFE_MODE, SessionController } from './session/session.controller.js';
import { WebhookDeliveriesController } from './webhooks/webhook-deliveries.controller.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';

@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(@Inject(QUEUES) private readonly queues: Queues) {}

  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [WorkflowModule.with(settings), TerminusModule],
      controllers: [
        AccountController,
        AccountsController,
        AttemptsController,
        AuthController,
        CalendarController,
        CalendarFeedController,
        ComplaintEventsController,
        ComplaintsController,
        DeliveryController,
        DevMailboxController,
        DocumentsController,
        DraftingController,
        DraftsController,
        FilesController,
        FilingErrorsController,
        GuidedFormController,
        HealthController,
        ImportRowsController,
        ImportsController,
        ItemsController,
        ListingsController,
        MeasuresController,
        ObservationsController,
        ObservingController,
        NeedsHumanController,
        PlatformsController,
        RepliesController,
        RightsController,
        RightsHoldersController,
        RulesController,
        SessionController,
        TemplatesController,
        WebhookDeliveriesController,
        WebhooksController,
      ],
      providers: [
        ComplaintPage,
        Sessions,
        { provide: Auth, useFactory: () => new Auth(settings) },
        { provide: QUEUES, useFactory: () => openJobQueues(settings) },
        { provide: SAFE_MODE, useValue: settings.SMTP_URL === undefined },
        { provide: APP_GUARD, useClass: CallerGuard },
        { provide: APP_INTERCEPTOR, useClass: Idempotency },
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queues.close();
  }
}
