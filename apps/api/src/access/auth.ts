import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { organization } from 'better-auth/plugins';
import { identityPool } from '#libs/persistence';
import type { Person } from '#libs/persistence';
import type { Settings } from '#libs/settings';
import { databaseUrl, hashPassword, verifyPassword } from '#libs/workflow';

const WEEK_SECONDS = 7 * 86_400;

const configure = (settings: Settings, pool: ReturnType<typeof identityPool>) =>
  betterAuth({
    database: pool,
    secret: settings.REDRESS_SECRET,
    baseURL: settings.REDRESS_PUBLIC_URL,
    basePath: '/api/auth',
    trustedOrigins: (request) => trustedOrigins(settings, request?.headers.get('host') ?? undefined),
    // People are added by an administrator, never by themselves.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: async ({ hash, password }) => verifyPassword(hash, password) },
    },
    session: { expiresIn: WEEK_SECONDS },
    rateLimit: { enabled: true, window: 60, max: 100, customRules: { '/sign-in/email': { window: 60, max: 10 } } },
    advanced: {
      database: { generateId: () => randomUUID() },
      cookiePrefix: 'redress',
      // Said outright, because better-auth leaves the check out where NODE_ENV is "test".
      disableOriginCheck: false,
    },
    plugins: [organization({ allowUserToCreateOrganization: false })],
    telemetry: { enabled: false },
  });

/** The public address, and whatever address this very server was asked under on this machine. */
function trustedOrigins(settings: Settings, host: string | undefined): string[] {
  const local = host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host) ? [`http://${host}`] : [];
  return [settings.REDRESS_PUBLIC_URL, ...local];
}

/** Sign-in, as better-auth does it. */
export class Auth {
  private readonly pool: ReturnType<typeof identityPool>;
  private readonly auth: ReturnType<typeof configure>;

  constructor(private readonly settings: Settings) {
    this.pool = identityPool(databaseUrl(settings));
    this.auth = configure(settings, this.pool);
  }

  async handle(request: Request): Promise<Response> {
    return this.auth.handler(request);
  }

  async sessionOf(headers: Headers): Promise<{ id: string; person: Person; activeWorkspace: string | null } | null> {
    const found = await this.auth.api.getSession({ headers });
    if (found === null) return null;
    const { id, name, email } = found.user;
    return {
      id: found.session.id,
      person: { id, name, email },
      activeWorkspace: found.session.activeOrganizationId ?? null,
    };
  }

  trusts(origin: string, host: string | undefined): boolean {
    return trustedOrigins(this.settings, host).includes(origin);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
