// What a function app has on any plan: settings, no passwords for deployment, sign-in, logs.
import { settingSet } from '../types.bicep'

@description('Name of the function app.')
param name string

@description('App settings.')
param settings settingSet

@description('Client id of the app registration that people sign in to; empty for no sign-in.')
param signInClientId string

@description('Log Analytics workspace that metrics and logs go to.')
param workspaceId string

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: name

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: settings
  }

  // Code is deployed with Entra ID alone.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }

  resource signIn 'config' = if (!empty(signInClientId)) {
    name: 'authsettingsV2'
    properties: {
      platform: {
        enabled: true
      }
      globalValidation: {
        requireAuthentication: true
        unauthenticatedClientAction: 'RedirectToLoginPage'
        redirectToProvider: 'azureactivedirectory'
        // health tells whether the app works and nothing else; the webhook is protected by a key of its own, and Event
        // Grid cannot sign in to a system topic's webhook.
        excludedPaths: [
          '/api/health'
          '/runtime/webhooks/blobs'
        ]
      }
      httpSettings: {
        requireHttps: true
      }
      // Without a secret people are signed in by an identity token alone, which is all that the app needs.
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: signInClientId
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          }
          validation: {
            allowedAudiences: [
              signInClientId
              'api://${signInClientId}'
            ]
          }
        }
      }
      login: {
        tokenStore: {
          enabled: false
        }
      }
    }
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'workspace'
  properties: {
    workspaceId: workspaceId
    // Application Insights has the functions' own logs; these also tell why a host does not start.
    logs: [{ category: 'FunctionAppLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Host name of the app.')
output hostName string = app.properties.defaultHostName
