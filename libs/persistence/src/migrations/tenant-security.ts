const ownWorkspace = `workspace_id = nullif(current_setting('app.workspace', true), '')::uuid`;

/** Row-level security of one table of the workspaces: the application sees the rows of the workspace that is set, and no other. */
export const tenantSecurity = (table: string): string => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_workspace on ${table} to redress_app using (${ownWorkspace}) with check (${ownWorkspace});
grant select, insert, update, delete on ${table} to redress_app;
`;

/** How every table of the workspaces begins. */
export const workspace = 'workspace_id uuid not null references auth.organization';
