// Everything that one city's system consists of in Azure, in one resource group. README.md says how it is deployed.
targetScope = 'resourceGroup'

import { groupSet, settingSet } from 'types.bicep'

@description('Short name of the system, part of every name: letters, digits and single hyphens, such as ordos-prod.')
@minLength(3)
@maxLength(16)
param environmentName string

@description('Region.')
param location string = resourceGroup().location

@description('Kind of plan: flex for Flex Consumption, premium where that does not exist, as in Azure China.')
@allowed([
  'flex'
  'premium'
])
param plan string

@description('Whether storage and plan are spread over the zones of the region, which must have zones.')
param zoneRedundant bool

@description('Most instances at a time.')
param maximumInstances int = 40

@description('Flex Consumption: memory of an instance in MB. The pipeline was measured to stay below 400 MB with a file of 100,000 rows; eight blobs are worked on at a time.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMb int = 2048

@description('Flex Consumption: instances for blobs that are kept ready. With 0 the first upload after a quiet time waits some seconds for one.')
param alwaysReadyInstances int = 0

@description('Premium: name of the package in the container app-package; deploy.sh uploads it and says which.')
param packageName string = 'app.zip'

@description('Groups in Entra ID.')
param groups groupSet

@description('Whether storage is reachable only from a network of its own, by private endpoints.')
param privateNetwork bool = false

@description('Addresses of that network, a /24 or larger that the city\'s own network does not use.')
param networkAddresses string = '10.86.0.0/24'

@description('Addresses from which people may call the app, as CIDR ranges; none for any.')
param allowedClientRanges string[] = []

@description('Client id of the app registration that people sign in to, see README.md; empty for no sign-in, so that only the keys of the settings Auth:Keys open the API.')
param signInClientId string = ''

@description('Settings of the pipeline beyond the defaults, see functions/README.md.')
param settings settingSet = {}

@description('Days for which blobs can be restored to an earlier point in time.')
param restoreDays int = 30

@description('Whether the storage account can be deleted only after its lock is taken off.')
param locked bool = true

@description('Days for which logs are kept.')
param logDays int = 180

@description('Most GB of logs a day; -1 for no limit.')
param dailyLogGb int = 1

@description('Whether Application Insights also takes telemetry that is signed with its connection string alone.')
param telemetryByKey bool = false

@description('Mail addresses that alerts and the budget go to.')
@minLength(1)
param alertEmails string[]

@description('Budget a month in the currency of the bill; 0 for none.')
@minValue(0)
param monthlyBudget int

@description('First day of the month in which the budget was first deployed, such as 2026-01-01.')
param budgetStart string

@description('Tags beyond those of the system.')
param extraTags settingSet = {}

var unique = uniqueString(resourceGroup().id, environmentName)
var suffix = toLower('${environmentName}-${take(unique, 5)}')
var tags = union(extraTags, { system: 'OrdosPipeline', 'azd-env-name': environmentName })
var identityName = 'id-${suffix}'
var topicName = 'evgt-${suffix}'
var storageName = take(toLower('st${replace(environmentName, '-', '')}${unique}'), 24)
var storageEndpoints = {
  blob: 'https://${storageName}.blob.${environment().suffixes.storage}'
  queue: 'https://${storageName}.queue.${environment().suffixes.storage}'
  table: 'https://${storageName}.table.${environment().suffixes.storage}'
}

module identity 'modules/identity.bicep' = {
  params: {
    name: identityName
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    suffix: suffix
    location: location
    tags: tags
    retentionDays: logDays
    dailyLogGb: dailyLogGb
    telemetryByKey: telemetryByKey
    appIdentityName: identityName
    appPrincipalId: identity.outputs.principalId
    alertEmails: alertEmails
  }
}

module storage 'modules/storage.bicep' = {
  params: {
    name: storageName
    location: location
    tags: tags
    zoneRedundant: zoneRedundant
    restoreDays: restoreDays
    private: privateNetwork
    locked: locked
    workspaceId: monitoring.outputs.workspaceId
  }
}

module topic 'modules/event-topic.bicep' = {
  params: {
    name: topicName
    location: location
    tags: tags
    storageAccountId: storage.outputs.id
    workspaceId: monitoring.outputs.workspaceId
  }
}

module roles 'modules/roles.bicep' = {
  params: {
    accountName: storageName
    appIdentityName: identityName
    appPrincipalId: identity.outputs.principalId
    topicName: topicName
    topicPrincipalId: topic.outputs.principalId
    groups: groups
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  params: {
    suffix: suffix
    location: location
    tags: tags
    addressPrefix: networkAddresses
    delegation: plan == 'flex' ? 'Microsoft.App/environments' : 'Microsoft.Web/serverFarms'
    storageAccountId: storage.outputs.id
  }
}

module app 'modules/app.bicep' = {
  params: {
    name: 'func-${suffix}'
    location: location
    tags: tags
    plan: plan
    zoneRedundant: zoneRedundant
    maximumInstances: maximumInstances
    instanceMemoryMb: instanceMemoryMb
    alwaysReadyInstances: alwaysReadyInstances
    packageName: packageName
    identity: {
      id: identity.outputs.id
      clientId: identity.outputs.clientId
      principalId: identity.outputs.principalId
    }
    storage: storageEndpoints
    telemetryConnectionString: monitoring.outputs.connectionString
    telemetryByKey: telemetryByKey
    subnetId: network.?outputs.appSubnetId ?? ''
    allowedClientRanges: allowedClientRanges
    signInClientId: signInClientId
    settings: settings
    workspaceId: monitoring.outputs.workspaceId
  }
  // The app starts with its roles or not at all.
  dependsOn: [roles]
}

module alerts 'modules/alerts.bicep' = {
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    actionGroupId: monitoring.outputs.actionGroupId
    storageAccountId: storage.outputs.id
    topicId: topic.outputs.id
    appPrincipalId: identity.outputs.principalId
  }
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0) {
  params: {
    name: 'budget-${suffix}'
    amount: monthlyBudget
    start: budgetStart
    emails: alertEmails
    actionGroupId: monitoring.outputs.actionGroupId
  }
}

@description('Name of the function app.')
output appName string = 'func-${suffix}'

@description('Where the app answers.')
output appUrl string = 'https://${app.outputs.hostName}'

@description('Name of the storage account.')
output storageAccountName string = storageName

@description('Address of the blob service.')
output blobEndpoint string = storageEndpoints.blob

@description('Address of the queue service.')
output queueEndpoint string = storageEndpoints.queue

@description('Address of the table service.')
output tableEndpoint string = storageEndpoints.table

@description('Name of the Event Grid system topic.')
output topicName string = topicName

@description('Kind of plan.')
output planKind string = plan
