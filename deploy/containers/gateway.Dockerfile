# The gateway with the front end.
FROM docker.io/library/node:24.21.0-bookworm-slim AS screens
WORKDIR /source/frontend
COPY frontend/package.json frontend/package-lock.json ./
RUN npm ci
COPY frontend ./
# The front end reads some of the services' lists.
COPY services /source/services
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0.401-noble AS build
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props global.json ./
COPY contracts contracts
COPY services/kit services/kit
COPY gateway gateway
RUN dotnet publish gateway --configuration Release --output /program -p:FullRegistry=true -p:GenerateDocumentationFile=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0.12-noble
COPY --from=build /program /program
COPY --from=screens /source/frontend/dist /screens
COPY --chmod=755 deploy/containers/healthy.sh /healthy.sh
# A volume gets the owner of the folder that it covers.
RUN install -d -o app -g app -m 700 /data /data/node /data/node/keys && install -d -o app -g app -m 750 /data/node/keys/public
ENV DataFolder=/data/node Frontend__Folder=/screens ASPNETCORE_ENVIRONMENT=Production DOTNET_EnableDiagnostics=0
USER app
WORKDIR /program
EXPOSE 8443
# The door for people speaks TLS; this one is for the container itself.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["/healthy.sh", "8080"]
ENTRYPOINT ["dotnet", "EenPlan.Gateway.dll"]
