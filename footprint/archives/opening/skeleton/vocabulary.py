"""Words that networks name fields with, in English; a key in another language is masked."""

from __future__ import annotations

from footprint.wordlists import words

FIELDS = words("""
    about accepted access account accounts action actions activities activity activityid actor actors ad added
    address addresses ads advertiser advertisers age album albums all allowed alt altitude announce annual
    answer answers app application apps archive archived article articles as at atom attachment attachments
    attending attribution audience audio auth author authors auto avatar away background backup badge balance
    banner bcc be best between bio birth birthday blob blobs block blocked blocks blue bluesky board boards body
    book bookmark bookmarks boost boosted browser browsing bsky bucket business button by bytes cache call calls
    camera campaign cancelled caption captions card cards categories category cc cell change changed changes
    channel channels chapter chat chats check checkin checkins checksum choice choices cid circle city cleared
    client clients close closest code codes collection collections color colour comment comments commit common
    communities community companies company config connected connection connections contact contacts content
    contentmap contents context conversation conversations cookie cookies coordinates copyright count counter
    country cover create created creation creator creators credit cross csv currency current custom customer
    daily data date dates datetime day days dead declined deleted delivered delivery description desktop
    destination detail details device devices did direct direction disabled discord discount display distance
    document documents domain download downloads draft drafts duration earliest edit edited edition education
    elevation email emails embed embedded employer enabled end ended engagement entities entity entries entry
    error event events exif expanded expired expires expiry export exported external facebook facet facets
    failed family favorite favorites favourite favourites feature features feed feedback fetch field fields file
    filename files filter first firstname flag flags folder folders follow followed follower followers following
    follows for form format forward forwarded found frame frequency friend friends from full fullname gallery
    game games gender general geo gift gifts given google green group groups guest handle has hash hashtag
    hashtags header headers headline height hidden hide highlight history home hour hours href html icon id
    identifier identity ids ignored image images import impression impressions in inbox index indices industry
    info information input inreplyto instagram instant interaction interactions interest interests internal
    introduction invitation invitations invite invited ip is iso item items job jobs join joined js json key
    keys keyword keywords kind known label labels lang langs language languages last lastname lat latest
    latitude layout left length level levels lexicon library license like liked likes limit link linked linkedin
    links list listed listening lists live lng locale location locations locked log logged login logins logo
    logout lon long longitude main manager map maps marked mastodon match max media medium member members
    membership memories memory mention mentioned mentions menu message messages messenger meta metadata method
    middle mime min minute minutes mobile mode model moderation modified module moment moments month monthly
    mood movie movies ms multiple music mute muted my name names native network networks new news next nextdoor
    nickname no node not note notes notification notifications nsid number numbers object of offer offers office
    offset old oldest on online open opened option options or order ordered orderedcollection ordereditems
    orders organisation organization orientation origin original other out outbox outgoing output own owner
    owners package page pages paid parent part participant participants parts password path pattern pause
    payload payment payments pending people permalink permission permissions person personal phone phones photo
    photos picture pictures pin pinned pins pinterest place places plain platform play played player playlist
    playlists plays poll polls position post posted posts preference preferences preview previous price primary
    privacy private product products profile profiles program project projects property props provider public
    published purchase purchases put quality query question questions quote quoted quotes range rank rate rating
    ratings raw reach reaction reactions read reading reason received receiver recent recently recipient
    recipients record recorded records red reddit redirect reel reels reference references region registration
    rejected relation relationship released removed replied replies reply repo report reported reports repost
    reposts request requested requests required response responses restricted result results retweet retweeted
    retweets rev review reviews rich right rkey role roles root row rows rule rules safety sale save saved saves
    scale schema school scope score screen search searched searches second seconds section secure security seen
    segment segments selected sender sending sensitive sent sequence series server service services session
    sessions set settings sex share shared shares shop short show shown side signature signed site size skill
    skills slug snap snapchat snaps snippet social song songs sort sound source sources spam speed spoiler
    spotlight star starred stars start started state states statistics stats status step sticker stickers stop
    store stories story strava stream street string style subject subreddit subscriber subscribers subscription
    subscriptions subtitle subtitles suggested suggestion suggestions summary support survey surveys synced
    system tab table tag tagged tags taken takeout target targets team telegram template term terms text texts
    thread threads thumb thumbnail thumbnails tiktok time timeline times timestamp timestamps timezone title
    titles to token tokens top topic topics total totalitems track tracks transaction transactions translation
    trash trashed trending tumblr tweet tweets twitter txt type types undo unfollowed unique unit unread
    unsubscribed until update updated updates upload uploaded uploads upvote uri url urls usage use usec used
    user username users utc uuid v value values variant verified version versions video videos view viewed
    viewer viewing views visibility visible visit visited visits visual voice volume vote voter votes was watch
    watched watching web website week weekly weight whatsapp when who width window with work workplace xml year
    years your youtube ytd zip zone
""")
