// Who may do what with the data. Every assignment is on one container, one table, or the queues named, and the account has
// no keys, so that there is no way around them.
import { access, containers, tables, poisonQueue, hostQueuePrefix, departmentCodes } from '../inventory.bicep'
import { groupSet } from '../types.bicep'

@description('Name of the storage account.')
param accountName string

@description('Name of the identity that the app runs as.')
param appIdentityName string

@description('Principal id of that identity.')
param appPrincipalId string

@description('Name of the Event Grid system topic.')
param topicName string

@description('Principal id of that topic.')
param topicPrincipalId string

@description('Groups in Entra ID.')
param groups groupSet

// learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage
var blobRoles = {
  read: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1' // Storage Blob Data Reader
  keep: guid(resourceGroup().id, 'keeper')
  write: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
  send: guid(resourceGroup().id, 'sender')
}
var keepBlobs = [
  'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'
  'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'
  'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'
]
var tableRoles = {
  read: '76199698-9eea-4c19-bc75-cec21354c6b6' // Storage Table Data Reader
  write: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
}
var queueContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor

// A group that is for no department would be given nothing, silently.
var strangers = filter(objectKeys(groups.departments), code => !contains(departmentCodes, code))
var departments = filter(
  items(empty(strangers)
    ? groups.departments
    : fail('departments.csv has no department with the code ${join(strangers, ', ')}.')),
  department => !empty(department.value)
)

// Names of assignments are made of names, and not of the principal ids of new resources, because what-if cannot look into
// what has a name that it does not know.
var app = { who: appIdentityName, principal: appPrincipalId, type: 'ServicePrincipal' }
var topic = { who: topicName, principal: topicPrincipalId, type: 'ServicePrincipal' }
var administrators = { who: groups.administrators, principal: groups.administrators, type: 'Group' }
var operators = { who: groups.operators, principal: groups.operators, type: 'Group' }
var readers = { who: groups.readers, principal: groups.readers, type: 'Group' }

var blobGrants = filter(
  flatten(map(range(0, length(containers)), index => [
    { container: index, access: containers[index].app, to: app }
    { container: index, access: containers[index].topic, to: topic }
    { container: index, access: containers[index].administrators, to: administrators }
    { container: index, access: containers[index].operators, to: operators }
    { container: index, access: containers[index].readers, to: readers }
  ])),
  grant => grant.access != 'none' && !empty(grant.to.who)
)
var tableGrants = filter(
  flatten(map(range(0, length(tables)), index => [
    { table: index, access: tables[index].app, to: app }
    { table: index, access: tables[index].administrators, to: administrators }
    { table: index, access: tables[index].operators, to: operators }
  ])),
  grant => grant.access != 'none' && !empty(grant.to.who)
)
var poisonGrants = filter([app, operators], to => !empty(to.who))

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: accountName

  resource blobService 'blobServices' existing = {
    name: 'default'

    resource container 'containers' existing = [
      for container in containers: {
        name: container.name
      }
    ]
  }

  resource queueService 'queueServices' existing = {
    name: 'default'

    resource poison 'queues' existing = {
      name: poisonQueue
    }
  }

  resource tableService 'tableServices' existing = {
    name: 'default'

    resource table 'tables' existing = [
      for table in tables: {
        name: table.name
      }
    ]
  }
}

// Roles of their own, because the built-in one that may write may also delete blobs, and the container itself.
resource keeper 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: blobRoles.keep
  properties: {
    roleName: 'OrdosPipeline keeper (${uniqueString(resourceGroup().id)})'
    description: 'Reads, lists, creates and changes blobs, and deletes none.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: ['Microsoft.Storage/storageAccounts/blobServices/containers/read']
        notActions: []
        dataActions: keepBlobs
        notDataActions: []
      }
    ]
  }
}

resource sender 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: blobRoles.send
  properties: {
    roleName: 'OrdosPipeline sender (${uniqueString(resourceGroup().id)})'
    description: 'Uploads and lists blobs. To be assigned with a condition that names a folder and keeps from reading.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: keepBlobs
        notDataActions: []
      }
    ]
  }
}

resource blobAssignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for grant in blobGrants: {
    scope: account::blobService::container[grant.container]
    name: guid(account::blobService::container[grant.container].id, grant.to.who, grant.access)
    properties: {
      principalId: grant.to.principal
      principalType: grant.to.type
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobRoles[grant.access])
    }
    dependsOn: [keeper]
  }
]

resource tableAssignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for grant in tableGrants: {
    scope: account::tableService::table[grant.table]
    name: guid(account::tableService::table[grant.table].id, grant.to.who, grant.access)
    properties: {
      principalId: grant.to.principal
      principalType: grant.to.type
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableRoles[grant.access])
    }
  }
]

resource poisonAssignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for to in poisonGrants: {
    scope: account::queueService::poison
    name: guid(account::queueService::poison.id, to.who, 'write')
    properties: {
      principalId: to.principal
      principalType: to.type
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', queueContributor)
    }
  }
]

// On the account, because the name of the host's queue is not known here; but messages only in queues of such names.
resource hostQueueAssignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, appIdentityName, hostQueuePrefix)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', queueContributor)
    conditionVersion: '2.0'
    condition: queueCondition('${hostQueuePrefix}*')
  }
}

var departmentGrants = flatten(map(
  filter(range(0, length(containers)), index => containers[index].departments != 'none'),
  index =>
    map(departments, department => {
      container: index
      code: department.key
      principal: department.value
      access: containers[index].departments
    })
))

resource departmentAssignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for grant in departmentGrants: {
    scope: account::blobService::container[grant.container]
    name: guid(account::blobService::container[grant.container].id, grant.code, grant.principal, grant.access)
    properties: {
      principalId: grant.principal
      principalType: 'Group'
      description: grant.code
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobRoles[grant.access])
      conditionVersion: '2.0'
      condition: folderCondition(containers[grant.container].name, grant.code, grant.access)
    }
    dependsOn: [sender]
  }
]

// learn.microsoft.com/azure/storage/blobs/storage-auth-abac-examples: an action that is not named in a condition is
// allowed, so each of the role's data actions is. Listing is a suboperation of reading with an attribute of its own.
@description('Allows what the access says in one folder of one container, and nothing else.')
func folderCondition(container string, folder string, access access) string =>
  '${access == 'read' ? readWithin(container, folder) : readNothing()} AND ${listWithin(container, folder)}${access == 'read' ? '' : ' AND ${writeWithin(container, folder)}'}'

@description('Contents of blobs may be read in the folder.')
func readWithin(container string, folder string) string =>
  '((!(ActionMatches{\'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read\'} AND NOT SubOperationMatches{\'Blob.List\'})) OR (@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals \'${container}\' AND @Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path] StringLike \'${folder}/*\'))'

@description('Contents of blobs may not be read.')
func readNothing() string =>
  '(!(ActionMatches{\'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read\'} AND NOT SubOperationMatches{\'Blob.List\'}))'

@description('Blobs may be listed in the folder.')
func listWithin(container string, folder string) string =>
  '((!(ActionMatches{\'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read\'} AND SubOperationMatches{\'Blob.List\'})) OR (@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals \'${container}\' AND @Request[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:prefix] StringStartsWith \'${folder}/\'))'

@description('Blobs may be written in the folder.')
func writeWithin(container string, folder string) string =>
  '((!(ActionMatches{\'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write\'}) AND !(ActionMatches{\'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action\'})) OR (@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals \'${container}\' AND @Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path] StringLike \'${folder}/*\'))'

// learn.microsoft.com/azure/storage/queues/queues-auth-abac-attributes
@description('Allows messages in queues whose names are like the pattern, and in no other.')
func queueCondition(pattern string) string =>
  '((!(ActionMatches{\'Microsoft.Storage/storageAccounts/queueServices/queues/messages/read\'}) AND !(ActionMatches{\'Microsoft.Storage/storageAccounts/queueServices/queues/messages/write\'}) AND !(ActionMatches{\'Microsoft.Storage/storageAccounts/queueServices/queues/messages/delete\'}) AND !(ActionMatches{\'Microsoft.Storage/storageAccounts/queueServices/queues/messages/process/action\'})) OR (@Resource[Microsoft.Storage/storageAccounts/queueServices/queues:name] StringLike \'${pattern}\'))'
