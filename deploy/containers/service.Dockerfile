# One service, or the program that makes copies. What it is stands in PROJECT (its folder) and PROGRAM (its assembly).
FROM mcr.microsoft.com/dotnet/sdk:10.0.401-noble AS build
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props global.json ./
COPY contracts contracts
COPY services services
ARG PROJECT
RUN dotnet publish "$PROJECT" --configuration Release --output /program -p:FullRegistry=true -p:GenerateDocumentationFile=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0.12-noble
ARG PROGRAM
COPY --from=build /program /program
COPY --chmod=755 deploy/containers/healthy.sh /healthy.sh
# A volume gets the owner of the folder that it covers.
RUN install -d -o app -g app -m 700 /data /data/node /data/node/keys && install -d -o app -g app -m 750 /data/node/keys/public
ENV PROGRAM=$PROGRAM DataFolder=/data/node ASPNETCORE_HTTP_PORTS=8080 ASPNETCORE_ENVIRONMENT=Production DOTNET_EnableDiagnostics=0
USER app
WORKDIR /program
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["/healthy.sh", "8080"]
ENTRYPOINT ["/bin/sh", "-c", "exec dotnet \"$PROGRAM.dll\" \"$@\"", "--"]
