// The event subscriptions of the functions that blobs trigger. Deployed after the code: Event Grid asks the webhook
// whether it wants the events, and only a running app answers. The webhook's key goes from the app to Event Grid inside
// Azure and is seen by nobody.
import { blobFunctions } from 'inventory.bicep'

@description('Name of the function app.')
param appName string

@description('Name of the Event Grid system topic.')
param topicName string

@description('Name of the storage account.')
param storageAccountName string

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageAccountName
}

resource subscription 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = [
  for function in blobFunctions: {
    parent: topic
    name: toLower(function.name)
    properties: {
      eventDeliverySchema: 'EventGridSchema'
      destination: {
        endpointType: 'WebHook'
        properties: {
          endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${function.name}&code=${listKeys('${app.id}/host/default', '2024-11-01').systemKeys.blobs_extension}'
          // One event, one answer: nothing is delivered again because something else in its batch has failed.
          maxEventsPerBatch: 1
        }
      }
      filter: {
        subjectBeginsWith: '/blobServices/default/containers/${function.container}/'
        includedEventTypes: ['Microsoft.Storage.BlobCreated']
        // The operations that complete a blob. PutBlock and AppendBlock and the like would tell of half of one.
        advancedFilters: [
          {
            operatorType: 'StringIn'
            key: 'data.api'
            values: ['CopyBlob', 'FlushWithClose', 'PutBlob', 'PutBlockList']
          }
        ]
      }
      // A day; SubmissionSweep has long taken up the upload by then.
      retryPolicy: {
        eventTimeToLiveInMinutes: 1440
        maxDeliveryAttempts: 30
      }
      deadLetterWithResourceIdentity: {
        identity: {
          type: 'SystemAssigned'
        }
        deadLetterDestination: {
          endpointType: 'StorageBlob'
          properties: {
            resourceId: account.id
            blobContainerName: 'event-deadletter'
          }
        }
      }
    }
  }
]
