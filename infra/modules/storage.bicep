// The storage account with everything in it that must be there before the app starts, and what it logs.
import { containers, tables, poisonQueue } from '../inventory.bicep'
import { tagSet } from '../types.bicep'

@description('Name of the storage account, unique in the cloud.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags tagSet

@description('Whether the account is replicated over the zones of its region.')
param zoneRedundant bool

@description('Days for which blobs can be restored to an earlier point in time.')
@minValue(1)
@maxValue(350)
param restoreDays int

@description('Whether the account answers only on private endpoints.')
param private bool

@description('Whether the account can be deleted only after its lock is taken off.')
param locked bool

@description('Log Analytics workspace that metrics and logs go to.')
param workspaceId string

// Restoring needs deleted blobs to be kept longer than the time to go back.
var keepDeletedDays = restoreDays + 7

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS'
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    allowedCopyScope: 'AAD'
    defaultToOAuthAuthentication: true
    // A hierarchical namespace would rule out versioning and restoring to a point in time.
    isHnsEnabled: false
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      // Event Grid writes its dead letters as a trusted service.
      bypass: 'AzureServices'
      defaultAction: private ? 'Deny' : 'Allow'
    }
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  scope: account
  name: 'keep'
  properties: {
    level: 'CanNotDelete'
    notes: 'The record of the plan is in this account.'
  }
}

resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    changeFeed: {
      enabled: true
      retentionInDays: keepDeletedDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: keepDeletedDays
    }
    deleteRetentionPolicy: {
      enabled: true
      days: keepDeletedDays
    }
    restorePolicy: {
      enabled: true
      days: restoreDays
    }
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for container in containers: {
    parent: blobService
    name: container.name
    properties: {
      publicAccess: 'None'
    }
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: flatten(map(containers, container => [
        {
          name: '${container.name}-versions'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['${container.name}/']
            }
            actions: {
              version: { delete: { daysAfterCreationGreaterThan: container.keepVersionsDays } }
              ...(container.coolAfterDays == 0
                ? {}
                : { baseBlob: { tierToCool: { daysAfterModificationGreaterThan: container.coolAfterDays } } })
            }
          }
        }
        ...(container.deleteAfterDays == 0
          ? []
          : [
              {
                name: '${container.name}-old'
                enabled: true
                type: 'Lifecycle'
                definition: {
                  filters: {
                    blobTypes: ['blockBlob']
                    prefixMatch: ['${container.name}/${container.?deleteBelow ?? ''}']
                  }
                  actions: {
                    baseBlob: { delete: { daysAfterModificationGreaterThan: container.deleteAfterDays } }
                  }
                }
              }
            ])
      ]))
    }
  }
  // The rules speak of versions, which must be switched on first.
  dependsOn: [blobService]
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource poison 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = {
  parent: queueService
  name: poisonQueue
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' = [
  for table in tables: {
    parent: tableService
    name: table.name
  }
]

// Who read, wrote and deleted which blob; what came into and left a queue. Requests to tables are counted, not listed: at
// a hundred rows a request the list would cost more than the tables.
resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobService
  name: 'workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageRead', enabled: true }
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

resource queueLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: queueService
  name: 'workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

resource tableMetrics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: tableService
  name: 'workspace'
  properties: {
    workspaceId: workspaceId
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

@description('Resource id of the account.')
output id string = account.id

@description('Name of the account.')
output name string = account.name
