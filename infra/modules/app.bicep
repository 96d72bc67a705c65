// The function app on its plan: Flex Consumption, or Elastic Premium where that does not exist. What both have in common,
// the settings and the site's configuration, is written once.
import { appIdentity, settingSet, storageEndpointSet, tagSet } from '../types.bicep'

@description('Name of the function app: at most 32 characters, because the Functions host cuts longer ones to make its id.')
@maxLength(32)
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags tagSet

@description('Kind of plan.')
@allowed([
  'flex'
  'premium'
])
param plan string

@description('Whether the plan is spread over the zones of its region.')
param zoneRedundant bool

@description('Most instances at a time.')
@minValue(1)
@maxValue(1000)
param maximumInstances int

@description('Flex Consumption: memory of an instance in MB.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMb int

@description('Flex Consumption: instances for blobs that are kept ready.')
@minValue(0)
param alwaysReadyInstances int

@description('Premium: name of the package in the container app-package.')
param packageName string

@description('The identity that the app runs as.')
param identity appIdentity

@description('Addresses of the storage account.')
param storage storageEndpointSet

@description('Where telemetry is sent.')
param telemetryConnectionString string

@description('Whether telemetry is sent without the identity.')
param telemetryByKey bool

@description('Subnet of the app; empty for none.')
param subnetId string

@description('Addresses from which people may call the app, as CIDR ranges; none for any. Event Grid may in any case.')
param allowedClientRanges string[]

@description('Client id of the app registration that people sign in to; empty for no sign-in, so that only the keys of the settings Auth:Keys open the API.')
param signInClientId string

@description('Settings of the pipeline beyond the defaults, see functions/README.md.')
param settings settingSet

@description('Log Analytics workspace that metrics and logs go to.')
param workspaceId string

// The host takes the connection named Storage from AzureWebJobsStorage, where that is set, and the app's own code from
// Storage; both are this account. The host gets no address of tables: it would only keep a copy of its diagnostic events
// there, which Application Insights has as well, and would need the right to make tables.
var commonSettings = {
  AzureWebJobsStorage__blobServiceUri: storage.blob
  AzureWebJobsStorage__queueServiceUri: storage.queue
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.clientId
  Storage__blobServiceUri: storage.blob
  Storage__queueServiceUri: storage.queue
  Storage__tableServiceUri: storage.table
  Storage__credential: 'managedidentity'
  Storage__clientId: identity.clientId
  // At the root is the dashboard.
  AzureWebJobsDisableHomepage: 'true'
  APPLICATIONINSIGHTS_CONNECTION_STRING: telemetryConnectionString
  ...(telemetryByKey ? {} : { APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.clientId};Authorization=AAD' })
  // Who has signed in, the platform tells; which role that person has, the app decides by the roles of app-roles.json.
  ...(empty(signInClientId) ? {} : { Auth__Mode: 'EntraId', Auth__Tenant: tenant().tenantId })
  ...settings
}

var premiumSettings = {
  FUNCTIONS_EXTENSION_VERSION: '~4'
  FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated'
  // From a blob and not from a file share, which would need the account's key.
  WEBSITE_RUN_FROM_PACKAGE: '${storage.blob}/app-package/${packageName}'
  WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID: identity.id
}

var accessRules = empty(allowedClientRanges)
  ? {}
  : {
      ipSecurityRestrictionsDefaultAction: 'Deny'
      ipSecurityRestrictions: [
        {
          name: 'Event Grid'
          priority: 100
          action: 'Allow'
          tag: 'ServiceTag'
          ipAddress: 'AzureEventGrid'
        }
        ...map(range(0, length(allowedClientRanges)), index => {
          name: 'Clients ${index + 1}'
          priority: 200 + index
          action: 'Allow'
          ipAddress: allowedClientRanges[index]
        })
      ]
    }

resource flexPlan 'Microsoft.Web/serverfarms@2024-11-01' = if (plan == 'flex') {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource flexApp 'Microsoft.Web/sites@2024-11-01' = if (plan == 'flex') {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: flexPlan.id
    httpsOnly: true
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.blob}/app-package'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMb
        maximumInstanceCount: maximumInstances
        alwaysReady: alwaysReadyInstances == 0 ? [] : [{ name: 'blob', instanceCount: alwaysReadyInstances }]
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ...accessRules
    }
  }
}

resource premiumPlan 'Microsoft.Web/serverfarms@2024-11-01' = if (plan == 'premium') {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'elastic'
  sku: {
    name: 'EP1'
    tier: 'ElasticPremium'
    // A zone-redundant plan has an instance in each of at least two zones.
    capacity: zoneRedundant ? 2 : 1
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
    // EP plans grow to 100 instances at most.
    maximumElasticWorkerCount: min(maximumInstances, 100)
  }
}

resource premiumApp 'Microsoft.Web/sites@2024-11-01' = if (plan == 'premium') {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: premiumPlan.id
    httpsOnly: true
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      linuxFxVersion: 'DOTNET-ISOLATED|10.0'
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      vnetRouteAllEnabled: !empty(subnetId)
      // The platform cannot see the queue of an account that answers on private endpoints alone; the host can.
      functionsRuntimeScaleMonitoringEnabled: !empty(subnetId)
      ...accessRules
    }
  }
}

module site 'site.bicep' = {
  params: {
    name: plan == 'flex' ? flexApp.name : premiumApp.name
    settings: plan == 'flex' ? commonSettings : union(premiumSettings, commonSettings)
    signInClientId: signInClientId
    workspaceId: workspaceId
  }
}

@description('Host name of the app.')
output hostName string = site.outputs.hostName
