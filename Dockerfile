# PreventionAward as a container. Needs a PostgreSQL of its own: docker run -e ConnectionStrings__Award=... -p 8080:8080
# Not built where this repository is tested; written to the images' documented interfaces.
FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source

# Packages first: they change less often than the source.
COPY src/Directory.Build.props src/Directory.Packages.props src/Registry.targets src/
COPY src/PreventionAward.Domain/*.csproj src/PreventionAward.Domain/packages.lock.json src/PreventionAward.Domain/
COPY src/PreventionAward.Web/*.csproj src/PreventionAward.Web/Vendor.targets src/PreventionAward.Web/packages.lock.json src/PreventionAward.Web/
RUN dotnet restore src/PreventionAward.Web --locked-mode

COPY src src
COPY templates templates
RUN dotnet publish src/PreventionAward.Web -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# Node draws the PDFs; their fonts come with the application, none from the image.
COPY --from=node /usr/local/bin/node /usr/local/bin/
COPY --from=build /app /app
WORKDIR /app
ENV ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080
USER $APP_UID
# "migrate" brings the database up to date: docker run ... migrate
ENTRYPOINT ["dotnet", "PreventionAward.Web.dll"]
