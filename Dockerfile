# The production image: web application and command line, without an embedded database.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
ENV CI=true
RUN dotnet publish src/CareCommissioning.Web -c Release -p:EmbedPostgres=false -o /app/web \
 && dotnet publish src/CareCommissioning.Cli -c Release -p:EmbedPostgres=false -o /app/cli

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
USER $APP_UID
ENV ASPNETCORE_ENVIRONMENT=Production Urls=http://0.0.0.0:8080
EXPOSE 8080
ENTRYPOINT ["dotnet", "/app/web/CareCommissioning.Web.dll"]
