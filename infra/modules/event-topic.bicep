// Tells of every change in the storage account. Its subscriptions are in events.bicep, because they need a running app.
import { tagSet } from '../types.bicep'

@description('Name of the topic.')
param name string

@description('Region of the storage account.')
param location string

@description('Tags of every resource.')
param tags tagSet

@description('Storage account whose events it hands on.')
param storageAccountId string

@description('Log Analytics workspace that metrics and logs go to.')
param workspaceId string

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  // For writing dead letters: the account takes no keys.
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    source: storageAccountId
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: topic
  name: 'workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'DeliveryFailures', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id of the topic.')
output id string = topic.id

@description('Principal id of the topic\'s identity.')
output principalId string = topic.identity.principalId
